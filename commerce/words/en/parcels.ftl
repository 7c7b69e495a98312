shipment-status-Created = Not picked up yet
shipment-status-Manifested = Waiting for pickup
shipment-status-PickedUp = Picked up
shipment-status-InTransit = In transit
shipment-status-ReachedDestination = Reached the delivery city
shipment-status-OutForDelivery = Out for delivery
shipment-status-Delivered = Delivered
shipment-status-DeliveryFailed = Delivery failed
shipment-status-RTOInitiated = Return to origin begun
shipment-status-RTOInTransit = Coming back (RTO)
shipment-status-RTODelivered = Came back (RTO)
shipment-status-Cancelled = Cancelled
shipment-status-Lost = Lost

courier-type-Shiprocket = Shiprocket
courier-type-Delhivery = Delhivery
courier-type-BlueDart = Blue Dart
courier-type-DTDC = DTDC
courier-type-EcomExpress = Ecom Express
courier-type-XpressBees = XpressBees
courier-type-Shadowfax = Shadowfax
courier-type-Custom = Other courier

parcel-where = Parcel { $awb } of order { $number } ({ $courier }): { $status }{ $delivered ->
    [none] { $place ->
        [none] { "" }
       *[other] { $seen ->
            [none] , at { $place }
           *[other] , last seen at { $place } on { $seen }
        }
    }
   *[other] { " " }on { $delivered }
}.{ $promised ->
    [none] { "" }
   *[other] { " " }Promised by { $promised }.
}{ $late ->
    [0] { "" }
   *[other] { $delivered ->
        [none] { " " }It is { $late ->
            [one] 1 day
           *[other] { $late } days
        } late.
       *[other] { " " }It came { $late ->
            [one] 1 day
           *[other] { $late } days
        } late.
    }
}{ $silent ->
    [0] { "" }
   *[other] { " " }It is stuck: no scan for { $silent } days.
}{ $reason ->
    [none] { "" }
   *[other] { " " }The delivery failed: { $reason }; { $attempts ->
        [one] 1 attempt
       *[other] { $attempts } attempts
    } so far.
}
parcel-none = { $standing ->
    [Cancelled] Order { $number } is cancelled, so there is no parcel to track.
   *[other] Order { $number } ({ $status }) is not packed yet, so there is no parcel to track.
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
parcel-days = { $days ->
    [one] 1 day
   *[other] { $days } days
}
parcel-reattempt = { $day }{ $slot ->
    [morning] , morning
    [afternoon] , afternoon
    [evening] , evening
   *[other] { "" }
}

parcel-line-promised = Promised by
parcel-line-late = Late by
parcel-line-stuck = No scan for
parcel-line-place = Last seen at
parcel-line-city = Going to
parcel-line-attempts = Delivery attempts
parcel-line-cod = Cash to collect
parcel-line-ndr = Failed delivery
parcel-line-reattempt = Next attempt asked for

parcel-button-order = Order
parcel-button-order-says = Show order { $number }
parcel-button-advise = What to do?
parcel-button-advise-says = What should I do about parcel { $awb }?
parcel-button-track = Track
parcel-button-track-says = Where is parcel { $awb }?

parcel-late-found = { $count ->
    [0] No parcel is late or stuck{ $courier ->
        [none] { "" }
       *[other] { " " }with { $courier }
    }.
   *[other] { $count ->
        [one] 1 parcel is
       *[other] { $count } parcels are
    } late or stuck{ $courier ->
        [none] { "" }
       *[other] { " " }with { $courier }
    }: { $late } past the promised day, { $silent } without a scan for days. Their orders are worth { $value }.
}
parcel-late-title = Late and stuck parcels
parcel-late-note = { $shown } of { $count }; past the promised day first, the latest first, then those longest without a scan.

parcel-column-awb = AWB
parcel-column-order = Order
parcel-column-courier = Courier
parcel-column-city = To
parcel-column-status = Status
parcel-column-promised = Promised by
parcel-column-late = Late by
parcel-column-scan = Last scan

error-parcel-not-found = There is no parcel or order { $number }. Give the AWB or the order number as it stands on the label.
error-parcel-not-packed = Nothing of order { $number } is packed yet, so it has no parcel.
error-parcel-ambiguous = Order { $number } has several parcels. Which one?
error-courier-not-found = There is no courier { $courier }. Those known are { $known }.

parcel-list-found = { $period ->
    [none] In all
    [today] Today
    [yesterday] Yesterday
   *[other] { $days ->
        [1] On { $first }
       *[other] From { $first } to { $last }
    }
}: { $count ->
    [0] no parcels
    [one] 1 parcel
   *[other] { $count } parcels
}{ $what ->
    [none] { "" }
   *[other] { " " }({ $what })
}{ $count ->
    [0] .
   *[other] , orders worth { $value }.
}
parcel-list-title = Parcels
parcel-list-note = { $first } to { $last } of { $count }, { $sort }
parcel-button-more = Show more parcels

parcel-moment-sent = sent
parcel-moment-out = went out for delivery
parcel-moment-delivered = delivered
parcel-moment-rto = return to origin begun
parcel-at-sent = Sent
parcel-at-out = Out for delivery
parcel-at-delivered = Delivered
parcel-at-rto = Return begun
parcel-column-value = Order value

parcel-outcome-all = all
parcel-outcome-delivered = delivered
parcel-outcome-delivered_first_attempt = delivered at the first attempt
parcel-outcome-failed_once = failed at least once
parcel-outcome-first_attempted = first attempt made
parcel-outcome-rto = returned to origin
parcel-outcome-lost = lost
parcel-outcome-decided = delivered or returned
parcel-outcome-ended = delivered, returned or lost
parcel-outcome-open = still on the way
parcel-outcome-cancelled = cancelled
parcel-payment-cod = COD
parcel-payment-prepaid = prepaid
parcel-sort-newest = the newest first
parcel-sort-oldest = the oldest first
parcel-sort-largest = the largest first
parcel-sort-smallest = the smallest first
