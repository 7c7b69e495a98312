own-found = { $count ->
    [0] You have no orders{ $first ->
        [none] { "" }
       *[other] { " " }from { $first } to { $last }
    }.
    [one] You have 1 order{ $first ->
        [none] { "" }
       *[other] { " " }from { $first } to { $last }
    }.
   *[other] You have { $count } orders{ $first ->
        [none] { "" }
       *[other] { " " }from { $first } to { $last }
    }.
}{ $waiting ->
    [0] { "" }
    [one] { " " }1 parcel could not be delivered; choose a day for it.
   *[other] { " " }{ $waiting } parcels could not be delivered; choose a day for them.
}
own-latest = Your latest, order { $number }: { $state }.
own-state-parcel = { $status ->
    [Delivered] delivered on { $on }
    [OutForDelivery] out for delivery today
    [DeliveryFailed] could not be delivered
    [RTOInitiated] going back to the shop
    [RTOInTransit] going back to the shop
    [RTODelivered] gone back to the shop
    [Cancelled] cancelled
    [Lost] lost on the way; the shop will help you
    [Created] packed, waiting for the courier
    [Manifested] packed, waiting for the courier
   *[other] on its way{ $on ->
        [none] { "" }
       *[other] , expected by { $on }
    }
}
own-state-again = to be delivered again on { $when }
own-state-order = { $status ->
    [Pending] received
    [Confirmed] confirmed, not packed yet
    [Processing] being packed
    [Shipped] on its way
    [Delivered] delivered
    [Cancelled] cancelled
    [Returned] returned
    [RTO] gone back to the shop
    [OnHold] on hold; the shop is checking it
   *[Failed] failed
}
own-total = { $total }
own-line-what = What
own-line-parcel = Parcel
own-line-placed = Ordered on
own-line-payment = Payment
own-payment = { $method ->
    [COD] { $total } in cash on delivery
   *[other] { $status ->
        [Paid] paid
        [Refunded] refunded
        [PartiallyRefunded] partly refunded
       *[other] not paid yet
    }
}
own-list-more = Shown: { $shown } of { $count }
own-button-track = Where is it?
own-button-track-says = Where is my order { $number }?
own-button-choose = Deliver { $day }
own-button-choose-says = Deliver parcel { $awb } on { $day }
own-redelivery-title = Deliver your parcel { $awb } again
own-redelivery-chosen = Your parcel { $awb } is to come again on { $when }. We tell the courier.
own-difference-day = Delivery on
error-own-nothing-waits = No parcel of yours waits for a new day. Ask where your order is to see how far it has come.
error-own-cannot-change = The delivery of this parcel cannot be changed from here. Ask for a person, and someone of the shop will help you.
