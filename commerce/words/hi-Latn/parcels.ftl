shipment-status-Created = Pickup baaki
shipment-status-Manifested = Pickup ka wait
shipment-status-PickedUp = Pickup ho gaya
shipment-status-InTransit = Raste mein
shipment-status-ReachedDestination = Delivery city pahunch gaya
shipment-status-OutForDelivery = Delivery ke liye nikla
shipment-status-Delivered = Delivered
shipment-status-DeliveryFailed = Delivery fail
shipment-status-RTOInitiated = RTO shuru
shipment-status-RTOInTransit = Wapas aa raha hai (RTO)
shipment-status-RTODelivered = Wapas aa gaya (RTO)
shipment-status-Cancelled = Cancelled
shipment-status-Lost = Kho gaya

courier-type-Shiprocket = Shiprocket
courier-type-Delhivery = Delhivery
courier-type-BlueDart = Blue Dart
courier-type-DTDC = DTDC
courier-type-EcomExpress = Ecom Express
courier-type-XpressBees = XpressBees
courier-type-Shadowfax = Shadowfax
courier-type-Custom = Koi aur courier

parcel-where = Order { $number } ka parcel { $awb } ({ $courier }): { $status }{ $delivered ->
    [none] { $place ->
        [none] { "" }
       *[other] { $seen ->
            [none] , { $place } par
           *[other] , aakhri scan { $place } par { $seen } ko
        }
    }
   *[other] , { $delivered } ko
}.{ $promised ->
    [none] { "" }
   *[other] { " " }{ $promised } tak pahunchna tha.
}{ $late ->
    [0] { "" }
   *[other] { $delivered ->
        [none] { " " }{ $late } din late hai.
       *[other] { " " }{ $late } din late pahuncha.
    }
}{ $silent ->
    [0] { "" }
   *[other] { " " }Atka hua hai: { $silent } din se koi scan nahi.
}{ $reason ->
    [none] { "" }
   *[other] { " " }Delivery nahi hui: { $reason }; ab tak { $attempts } attempt.
}
parcel-none = { $standing ->
    [Cancelled] Order { $number } cancelled hai, isliye track karne ko koi parcel nahi hai.
   *[other] Order { $number } ({ $status }) abhi pack nahi hua, isliye track karne ko koi parcel nahi hai.
}
parcel-scan = { $status }{ $place ->
    [none] { "" }
   *[other] , { $place }
}{ $words ->
    [none] { "" }
   *[other] { " " }({ $words })
}
parcel-day = { $day }
parcel-moment = { $at }
parcel-amount = { $amount }
parcel-days = { $days } din
parcel-reattempt = { $day }{ $slot ->
    [morning] , subah
    [afternoon] , dopahar
    [evening] , shaam
   *[other] { "" }
}

parcel-line-promised = Kab tak pahunchna tha
parcel-line-late = Kitna late
parcel-line-stuck = Scan nahi hua
parcel-line-place = Aakhri jagah
parcel-line-city = Kahan jaana hai
parcel-line-attempts = Delivery attempts
parcel-line-cod = Cash lena hai
parcel-line-ndr = Delivery fail
parcel-line-reattempt = Agla attempt maanga

parcel-button-order = Order
parcel-button-order-says = Order { $number } dikhao
parcel-button-advise = Kya karein?
parcel-button-advise-says = Parcel { $awb } ka kya karein?
parcel-button-track = Track
parcel-button-track-says = Parcel { $awb } kahan hai?

parcel-late-found = { $count ->
    [0] { $courier ->
        [none] Koi parcel
       *[other] { $courier } ka koi parcel
    } late ya atka hua nahi hai.
   *[other] { $courier ->
        [none] { "" }
       *[other] { $courier } ke{ " " }
    }{ $count } parcel late ya atke hue hain: { $late } promise ki tareekh nikal chuke, { $silent } ka kai din se scan nahi. In order ki value { $value } hai.
}
parcel-late-title = Late aur atke hue parcel
parcel-late-note = { $count } mein se { $shown }; pehle jo sabse late hain, phir jinka sabse zyada din se scan nahi.

parcel-column-awb = AWB
parcel-column-order = Order
parcel-column-courier = Courier
parcel-column-city = Kahan
parcel-column-status = Status
parcel-column-promised = Kab tak
parcel-column-late = Kitna late
parcel-column-scan = Aakhri scan

error-parcel-not-found = { $number } naam ka koi parcel ya order nahi mila. Label par likha AWB ya order number dijiye.
error-parcel-not-packed = Order { $number } ka abhi kuch pack nahi hua, isliye parcel nahi hai.
error-parcel-ambiguous = Order { $number } ke kai parcel hain. Kaunsa wala?
error-courier-not-found = Courier { $courier } nahi mila. Ye courier hain: { $known }.

parcel-list-found = { $period ->
    [none] Ab tak kul
    [today] Aaj
    [yesterday] Kal
   *[other] { $days ->
        [1] { $first } ko
       *[other] { $first } se { $last } tak
    }
}: { $count ->
    [0] koi parcel nahi
   *[other] { $count } parcel
}{ $what ->
    [none] { "" }
   *[other] { " " }({ $what })
}{ $count ->
    [0] .
   *[other] , order ki keemat { $value }.
}
parcel-list-title = Parcel
parcel-list-note = { $count } mein se { $first } se { $last }, { $sort }
parcel-button-more = Aur parcel dikhao

parcel-moment-sent = bheje gaye
parcel-moment-out = delivery par nikle
parcel-moment-delivered = deliver hue
parcel-moment-rto = RTO shuru hua
parcel-at-sent = Bheja
parcel-at-out = Delivery par nikla
parcel-at-delivered = Deliver hua
parcel-at-rto = RTO shuru
parcel-column-value = Order ki keemat

parcel-outcome-all = sab
parcel-outcome-delivered = deliver hue
parcel-outcome-delivered_first_attempt = pehle attempt mein deliver hue
parcel-outcome-failed_once = kam se kam ek baar fail hue
parcel-outcome-first_attempted = pehli koshish ho chuki
parcel-outcome-rto = RTO hue
parcel-outcome-lost = kho gaye
parcel-outcome-decided = deliver ya RTO hue
parcel-outcome-ended = deliver, RTO ya kho gaye
parcel-outcome-open = abhi raaste mein
parcel-outcome-cancelled = cancel hue
parcel-payment-cod = COD
parcel-payment-prepaid = prepaid
parcel-sort-newest = sabse naye pehle
parcel-sort-oldest = sabse purane pehle
parcel-sort-largest = sabse bade pehle
parcel-sort-smallest = sabse chhote pehle
