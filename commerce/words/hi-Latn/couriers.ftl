courier-says = { $couriers ->
    [0] { $first } se { $last } tak{ $place ->
        [none] { "" }
       *[other] { " " }{ $place } ke liye
    } koi parcel nahi gaya.
   *[other] { $first } se { $last } tak{ $place ->
        [none] { "" }
       *[other] { " " }{ $place } ke liye
    } { $sent } parcel gaye; sabse zyada { $most } ne uthaye ({ $most_sent }).{ $best ->
        [none] { "" }
       *[other] { " " }Sabse kam RTO { $best } ka ({ $best_rate }), sabse zyada { $worst } ka ({ $worst_rate }).
    }{ $few ->
        [0] { "" }
       *[other] { " " }{ $few } courier ke { $limit } se kam parcel the: itne kam par faisla mat kijiye.
    }
}
courier-number = { $number }
courier-share = { $of } mein { $share }
courier-nothing = –
courier-title = Couriers{ $place ->
    [none] { "" }
   *[other] , { $place }
}, { $first } se { $last }
courier-column-courier = Courier
courier-column-sent = Bheje
courier-column-delivered = Delivered
courier-column-first = Pehli koshish
courier-column-ndr = NDR rate
courier-column-rto = RTO rate
courier-column-days = Delivery ke din
courier-note = Parcel jis din bheja us hisaab se; pehli koshish aur NDR jis din delivery ke liye nikla. RTO rate = RTO ÷ (delivered + RTO). Din: pickup se delivery ka median.{ $few ->
    [none] { "" }
   *[other] { " " }{ $limit } se kam parcel, sirf ittefaq ho sakta hai: { $few }.
}
courier-button-late = Late parcel
courier-button-late-says = { $courier } ke late parcel
