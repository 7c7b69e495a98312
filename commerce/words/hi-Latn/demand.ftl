error-demand-no-rows = Kisi bhi row mein tareekh aur quantity dono nahi hain. Dekhiye ki woh kin columns mein hain.
error-demand-one-day = Saari rows ek hi din ki hain. Andaze ke liye kam se kam kuch hafton ki history chahiye.
error-demand-too-far-apart = Rows ke beech ek mahine se zyada ka faasla hai. Roz, hafte ya mahine ka data dijiye.
error-demand-too-few = Sirf { $count } ({ $spacing }) ki history hai, andaze ke liye kam hai. Kam se kam { $needed } chahiye.
error-demand-too-few-to-judge = { $count } ({ $spacing }) ki history { $horizon } aage ka andaza lagakar jaanchne ke liye kam hai. { $needed } ya zyada dijiye, ya horizon chhota kijiye.
error-demand-no-country = { $country } ka calendar pata nahi hai. IN ya AE jaise do akshar dijiye.
error-demand-not-learnt = Abhi tak koi forecast nahi bana hai, isliye main andaza nahi lagaunga. Ek baar "superecom scores train" chalaiye; tab tak low_stock pichhle 30 din ki raftaar se batata hai.
error-demand-not-sold = { $product } itna kam bika hai ki uska andaza nahi lag sakta. check_stock batata hai ki kitna pada hai.

demand-says = { $product }: agle { $days } din mein lagbhag { $pieces } piece bikenge, 10 mein se 8 baar { $low } se { $high } ke beech. { $back ->
    [0] { "" }
   *[other] Inmein se kareeb { $back } wapas aa sakte hain.{ " " }
}{ $why ->
    [none] Yeh aam dinon jaisa hi hai.
    [pace-up] Khaas wajah: abhi saal ke hisaab se tez bik raha hai.
    [pace-down] Khaas wajah: abhi saal ke hisaab se dheere bik raha hai.
    [weekday-up] Khaas wajah: in dinon ke vaar.
    [weekday-down] Khaas wajah: in dinon ke vaar.
    [event-up] Khaas wajah: beech mein tyohaar aur sale hain.
    [event-down] Khaas wajah: saal mein tyohaar aur sale the, in dinon mein kam hain.
    [season-up] Khaas wajah: season.
    [season-down] Khaas wajah: season nikal gaya.
    [price-up] Khaas wajah: daam kam hai.
    [price-down] Khaas wajah: daam zyada hai.
   *[other] Kai chhoti wajah hain.
}
demand-revenue-says = Agle { $days } din mein lagbhag { $amount } ki bikri hogi, 10 mein se 8 baar { $low } se { $high } ke beech, returns se pehle. { $why ->
    [none] Yeh aam dinon jaisa hi hai.
    [pace-up] Khaas wajah: dukaan abhi saal ke hisaab se tez chal rahi hai.
    [pace-down] Khaas wajah: dukaan abhi saal ke hisaab se dheemi hai.
    [event-up] Khaas wajah: beech mein tyohaar aur sale hain.
    [event-down] Khaas wajah: saal mein tyohaar aur sale the, in dinon mein kam hain.
    [season-up] Khaas wajah: season.
    [season-down] Khaas wajah: season nikal gaya.
   *[other] Kai chhoti wajah hain.
}
demand-reorder-says = { $count ->
    [0] Abhi kuch mangwane ki zaroorat nahi hai.
    [one] { $first } mangwaiye: { $cost }.
   *[other] { $count } variants mangwaiye, kul { $cost }; sabse pehle { $first }.
}{ $left ->
    [0] { "" }
   *[other] { " " }{ $left } aur budget mein nahi aate.
}{ $orphans ->
    [0] { "" }
   *[other] { " " }{ $orphans } kam ho rahe hain par unka supplier nahi hai.
}
demand-chart-title = { $product }: roz ke piece
demand-revenue-title = Roz ki bikri
demand-chart-alt = { $first } se { $last } tak roz ka andaza, 80 % ki seema ke saath.
demand-series-expected = Andaza
demand-series-low = Kam se kam, 80 %
demand-series-high = Zyada se zyada, 80 %
demand-why-title = Kyun
demand-column-what = Kya
demand-column-adds = Jodta hai
demand-usual = Pichhle saal ke { $days } aam din
demand-total = Andaza
demand-note = Sab hisse judkar andaza bante hain. { $on } ko dukaan ki apni bikri se seekha gaya.
demand-number = { $number }
demand-amount = { $amount }
demand-share = { $percent } %
demand-reorder-title = Mangwana hai
demand-reorder-note = { $count } mein se { $shown }. Supplier ke lead time ke baad { $days } din chalega, wapas aane wala maal ghatakar. Risk = aaj ka order aane se pehle khatam hone ki sambhavna; bachat = jo margin warna chala jayega.
demand-column-sku = SKU
demand-column-title = Product
demand-column-supplier = Supplier
demand-column-free = Khaali
demand-column-buy = Mangwaiye
demand-column-cost = Kharcha
demand-column-risk = Risk
demand-column-saved = Bachat
demand-button = Forecast
demand-button-says = { $sku } ka forecast
reason-demand-pace = Abhi saal ke mukable tez ya dheema bik raha hai
reason-demand-weekday = Hafte ke din
reason-demand-payday = Salary ke aas paas ke din
reason-demand-season = Saal ka mausam
reason-demand-event = Tyohaar aur sale
reason-demand-price = Daam
reason-demand-promo = Offer
reason-demand-pattern = Pichhle hafton ka chalan
reason-demand-rest = Baaki sab
form-budget = Budget (₹)
