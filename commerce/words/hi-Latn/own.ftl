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
