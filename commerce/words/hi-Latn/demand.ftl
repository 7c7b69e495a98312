error-demand-no-rows = Kisi bhi row mein tareekh aur quantity dono nahi hain. Dekhiye ki woh kin columns mein hain.
error-demand-one-day = Saari rows ek hi din ki hain. Andaze ke liye kam se kam kuch hafton ki history chahiye.
error-demand-too-far-apart = Rows ke beech ek mahine se zyada ka faasla hai. Roz, hafte ya mahine ka data dijiye.
error-demand-too-few = Sirf { $count } ({ $spacing }) ki history hai, andaze ke liye kam hai. Kam se kam { $needed } chahiye.
error-demand-too-few-to-judge = { $count } ({ $spacing }) ki history { $horizon } aage ka andaza lagakar jaanchne ke liye kam hai. { $needed } ya zyada dijiye, ya horizon chhota kijiye.
error-demand-no-country = { $country } ka calendar pata nahi hai. IN ya AE jaise do akshar dijiye.
error-demand-not-learnt = Abhi tak koi forecast nahi bana hai, isliye main andaza nahi lagaunga. Ek baar "superecom scores train" chalaiye; tab tak low_stock pichhle 30 din ki raftaar se batata hai.
error-demand-not-sold = { $product } itna kam bika hai ki uska andaza nahi lag sakta. check_stock batata hai ki kitna pada hai.
