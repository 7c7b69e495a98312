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

own-choice = Order { $number }: { $what }, { $total }
own-reason-not-wanted = The customer does not want it any more
own-address-title = { $how ->
    [order] Send order { $subject } to the right address
    [parcel] Bring parcel { $subject } to the right address
   *[conversation] Have a person of the shop look at the address of order { $subject }
}
own-address-done = { $how ->
    [order] Order { $subject } goes to the right address now.
    [parcel] We ask the courier to bring parcel { $subject } to the right address on { $when }.
   *[conversation] Order { $subject } is on its way, so a person of the shop looks at the address and answers you here.
}
own-address-line1 = Address
own-address-line2 = Address, second line
own-address-landmark = Landmark
own-address-city = City
own-address-state = State
own-address-pincode = Pincode
own-address-phone = Phone
own-refusal-title = { $how ->
    [order] Cancel your order { $subject }
    [parcel] Send your parcel { $subject } back to the shop
   *[conversation] Ask a person of the shop to stop order { $subject }
}
own-refusal-done = { $how ->
    [order] Your order { $subject } is cancelled.
    [parcel] We ask the courier to bring parcel { $subject } back to the shop.
   *[conversation] Order { $subject } is on its way already. A person of the shop was asked to stop it and answers you here. If the courier comes before, you can refuse it at the door.
}
own-payment-title = Send you a link to pay { $amount } for order { $subject }
own-payment-done = A link to pay { $amount } for order { $subject } is on its way to { $to }.
own-difference-order = Order
own-difference-amount = Amount
own-difference-to = Sent to
own-warning-refund = You have paid { $paid }. The money does not come back by itself: the shop looks at it once the order is back or cancelled.
own-warning-label = It is packed already; the shop puts a new label on it.
own-warning-courier-collects = Until the payment has come, the courier still asks for cash at the door.
error-own-nothing-open = No order of yours is under way. Ask for your orders to see them all.
error-own-which = You have several orders under way. Which one?
error-own-other-pincode = Your order goes to pincode { $pincode } ({ $city }), and from here it cannot go to another one. Ask for a person, and someone of the shop will help you.
error-own-called-off = Order { $number } is cancelled already; nothing comes.
error-own-delivered = Order { $number } was delivered. To return it, ask for a person, and someone of the shop will help you.
error-own-going-back = Order { $number } is on its way back to the shop already. Ask for a person, and someone of the shop will help you.
planner-need-address = What is the right address? House, street, area and a landmark.
