own-found = { $count ->
    [0] Aapka koi order nahi hai{ $first ->
        [none] { "" }
       *[other] { " " }({ $first } se { $last } tak)
    }.
   *[other] Aapke { $count } order hain{ $first ->
        [none] { "" }
       *[other] { " " }({ $first } se { $last } tak)
    }.
}{ $waiting ->
    [0] { "" }
   *[other] { " " }{ $waiting } parcel deliver nahi ho paya; uske liye din chunein.
}
own-latest = Sabse naya, order { $number }: { $state }.
own-state-parcel = { $status ->
    [Delivered] { $on } ko deliver ho gaya
    [OutForDelivery] aaj delivery par nikla hai
    [DeliveryFailed] deliver nahi ho paya
    [RTOInitiated] dukaan ko wapas ja raha hai
    [RTOInTransit] dukaan ko wapas ja raha hai
    [RTODelivered] dukaan ko wapas chala gaya
    [Cancelled] cancel ho gaya
    [Lost] raaste mein kho gaya; dukaan aapki madad karegi
    [Created] pack ho gaya, courier ka intezaar
    [Manifested] pack ho gaya, courier ka intezaar
   *[other] raaste mein hai{ $on ->
        [none] { "" }
       *[other] , { $on } tak aana chahiye
    }
}
own-state-again = { $when } ko dobara aayega
own-state-order = { $status ->
    [Pending] mil gaya hai
    [Confirmed] confirm hai, abhi pack nahi hua
    [Processing] pack ho raha hai
    [Shipped] raaste mein hai
    [Delivered] deliver ho gaya
    [Cancelled] cancel ho gaya
    [Returned] return ho gaya
    [RTO] dukaan ko wapas chala gaya
    [OnHold] hold par hai; dukaan check kar rahi hai
   *[Failed] fail ho gaya
}
own-total = { $total }
own-line-what = Kya
own-line-parcel = Parcel
own-line-placed = Order kab kiya
own-line-payment = Payment
own-payment = { $method ->
    [COD] { $total } cash, delivery par
   *[other] { $status ->
        [Paid] ho gaya
        [Refunded] refund ho gaya
        [PartiallyRefunded] thoda refund hua
       *[other] abhi baaki hai
    }
}
own-list-more = { $count } mein se { $shown } dikhaye
own-button-track = Kahan hai?
own-button-track-says = Mera order { $number } kahan hai?
own-button-choose = { $day } ko mangwao
own-button-choose-says = Parcel { $awb } { $day } ko deliver karo
own-redelivery-title = Aapka parcel { $awb } dobara mangwana
own-redelivery-chosen = Aapka parcel { $awb } { $when } ko dobara aayega. Hum courier ko bata dete hain.
own-difference-day = Delivery kab
error-own-nothing-waits = Aapka koi parcel naye din ka intezaar nahi kar raha. Order kahan tak pahuncha ye jaanne ke liye poochein ki order kahan hai.
error-own-cannot-change = Is parcel ki delivery yahan se nahi badli ja sakti. Kahein ki kisi insaan se baat karni hai, dukaan se koi madad karega.

own-choice = Order { $number }: { $what }, { $total }
own-reason-not-wanted = Customer ko ab nahi chahiye
own-address-title = { $how ->
    [order] Order { $subject } sahi address par bhejna
    [parcel] Parcel { $subject } sahi address par mangwana
   *[conversation] Order { $subject } ka address dukaan se kisi ko dikhana
}
own-address-done = { $how ->
    [order] Order { $subject } ab sahi address par jayega.
    [parcel] Hum courier se kehte hain ki parcel { $subject } { $when } ko sahi address par laaye.
   *[conversation] Order { $subject } raaste mein hai, isliye dukaan se koi address dekhega aur aapko yahin jawab dega.
}
own-address-line1 = Address
own-address-line2 = Address, dusri line
own-address-landmark = Landmark
own-address-city = Sheher
own-address-state = State
own-address-pincode = Pincode
own-address-phone = Phone
own-refusal-title = { $how ->
    [order] Aapka order { $subject } cancel karna
    [parcel] Aapka parcel { $subject } dukaan ko wapas bhejna
   *[conversation] Dukaan se kisi ko order { $subject } rokne ke liye kehna
}
own-refusal-done = { $how ->
    [order] Aapka order { $subject } cancel ho gaya.
    [parcel] Hum courier se kehte hain ki parcel { $subject } dukaan ko wapas laaye.
   *[conversation] Order { $subject } nikal chuka hai. Dukaan se kisi ko rokne ke liye kaha gaya hai, wo aapko yahin jawab denge. Courier pehle aa jaye to darwaze par mana kar sakte hain.
}
own-payment-title = Order { $subject } ke { $amount } dene ka link aapko bhejna
own-payment-done = Order { $subject } ke { $amount } dene ka link { $to } par bheja ja raha hai.
own-difference-order = Order
own-difference-amount = Amount
own-difference-to = Kis par
own-warning-refund = Aap { $paid } de chuke hain. Paise apne aap wapas nahi aate: order wapas aane ya cancel hone par dukaan dekhti hai.
own-warning-label = Ye pack ho chuka hai; dukaan naya label lagayegi.
own-warning-courier-collects = Jab tak payment nahi aata, courier darwaze par cash maangega.
error-own-nothing-open = Aapka koi order chal nahi raha. Saare dekhne ke liye apne order poochein.
error-own-which = Aapke kai order chal rahe hain. Kaunsa?
error-own-other-pincode = Aapka order pincode { $pincode } ({ $city }) par jata hai, yahan se dusre pincode par nahi ja sakta. Kahein ki kisi insaan se baat karni hai, dukaan se koi madad karega.
error-own-called-off = Order { $number } pehle hi cancel hai; kuch nahi aayega.
error-own-delivered = Order { $number } deliver ho chuka hai. Lautane ke liye kahein ki kisi insaan se baat karni hai, dukaan se koi madad karega.
error-own-going-back = Order { $number } dukaan ko wapas ja raha hai. Kahein ki kisi insaan se baat karni hai, dukaan se koi madad karega.
planner-need-address = Sahi address kya hai? Ghar, gali, area aur landmark.
