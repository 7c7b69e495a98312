order-confirm-title = Confirm order { $number }
order-confirmed = Order { $number } is confirmed.
order-release-title = Take order { $number } off hold
order-released = Order { $number } is off hold and { $status } again.
order-note-title = Note on order { $number }
order-noted = Noted on order { $number }: { $note }
order-address-title = New address for order { $number }
order-address-changed = Order { $number } now goes to: { $address }
order-refund-title = Refund { $amount } of order { $number }
order-refunded = { $amount } of order { $number } go back to the customer: the payment provider is asked now, and the money arrives in about 5 to 7 working days.{ $left ->
    [none] { "" }
   *[some] { " " }{ $rest } of it stay paid.
}
order-link-title = Send { $name } a payment link for order { $number }: { $amount }
order-link-sent = { $name } ({ $to }) gets a link to pay { $amount } for order { $number }, open until { $until }. The order stays unpaid until they pay.

order-part-name = Receiver
order-part-line1 = Address line 1
order-part-line2 = Address line 2
order-part-landmark = Landmark
order-part-city = City
order-part-state = State
order-part-pincode = Pincode
order-part-phone = Phone
order-line-pays = To pay
order-line-to = Sent to
order-line-until = Open until
order-percent-off = { $amount } ({ $percent }%)

order-paid-title = Write down that order { $number } is paid: { $total }
order-paid = Order { $number } is paid: { $total } ({ $method }).
order-line-method = Paid by
order-line-collect = To collect, parcel { $awb }
order-line-reference = Reference
order-button-paid = Mark as paid
order-button-paid-says = Mark order { $number } as paid
order-button-confirm = Confirm
order-button-confirm-says = Confirm order { $number }
order-button-release = Off hold
order-button-release-says = Take order { $number } off hold
order-button-refund = Refund
order-button-refund-says = Refund order { $number }
order-button-link = Payment link
order-button-link-says = Send a payment link for order { $number }

order-reason-confirmed = Confirmed in chat
order-reason-released = Off hold
order-reason-address = Address changed
order-reason-refund = Refund of { $amount }
order-reason-link = Payment link over { $amount }
order-reason-refund-refused = The provider did not refund: { $why }
order-reason-link-refused = The payment link was not sent: { $why }
order-reason-link-paid = Paid { $amount } by payment link

order-warning-not-paid = { $total } is not paid yet. A payment link asks for it.
order-warning-paid-there = The order came through { $channel }. If it was paid there, refund it there.
order-warning-paid-in-cash = It was paid in cash, so the provider will ask the customer where to send the money.
order-warning-still-coming = Order { $number } still goes to the customer. Cancel it, or ask for its return, if it should not.
order-warning-link-there = The order came through { $channel }, which does not let shops take payment outside of it.
order-warning-courier-collects = Parcel { $awb } is with the courier, who still collects cash. Once the customer pays online, tell the courier to collect nothing.
order-reason-paid = Paid ({ $method }){ $reference ->
    [none] { "" }
   *[other] , { $reference }
}
order-reason-courier-refused = { $courier } will not do it for parcel { $awb } ({ $why }). Call them.
order-warning-collect-told = { $courier } is told to collect nothing for parcel { $awb }.
order-warning-collect-call = { $courier } still collects cash for parcel { $awb } and cannot be told from here. Call them.
order-warning-collect-again = { $courier } was told already to collect nothing for parcel { $awb }. Call them.
order-warning-label-told = { $courier } is told the new address of parcel { $awb }. Print its label again.
order-warning-label-call = Parcel { $awb } is booked with { $courier } to the old address, and they cannot be told from here. Call them, or book it anew, and print its label again.
order-warning-link-useless = The payment link that the customer holds is closed.

order-line-link = Payment link
order-link-asked = { $amount }, about to be sent
order-link-open = { $amount }, open
order-link-closed = { $amount }, closed
order-link-paid = { $amount }, paid
order-link-expired = { $amount }, over
order-link-failed = { $amount }, not sent
order-warning-link-closes = The customer's payment link over { $amount } is closed too, for good from { $at } on, when this can no longer be undone. Refund what is paid by it until then.
order-warning-link-gone = The order's payment link stays closed. Send a new one.

orders-cancel-title = Cancel { $count ->
    [one] 1 order
   *[other] { $count } orders
} worth { $total }
orders-cancelled = { $count ->
    [one] 1 order, worth { $total }, is cancelled.
   *[other] { $count } orders, worth { $total }, are cancelled.
}
orders-confirm-title = Confirm { $count ->
    [one] 1 order
   *[other] { $count } orders
} worth { $total }
orders-confirmed = { $count ->
    [one] 1 order, worth { $total }, is confirmed.
   *[other] { $count } orders, worth { $total }, are confirmed.
}
orders-hold-title = Hold { $count ->
    [one] 1 order
   *[other] { $count } orders
} worth { $total }
orders-held = { $count ->
    [one] 1 order, worth { $total }, is on hold.
   *[other] { $count } orders, worth { $total }, are on hold.
}
orders-row = { $status }, { $total }, { $customer }, { $city }
orders-warning-cod = { $count ->
    [one] 1 of these is cash on delivery: its money comes at the door.
   *[other] { $count } of these are cash on delivery: their money comes at the door.
}

why-order-already-cancelled = cancelled already
why-order-cancel-shipped = with the courier
why-order-cancel-delivered = delivered
why-order-cancel-returned = coming back or come back
why-order-cancel-failed = failed
why-order-already-held = on hold already
why-order-hold-shipped = with the courier
why-order-hold-finished = finished
why-order-already-confirmed = confirmed already
why-order-confirm-held = on hold
why-order-confirm-finished = shipped or finished
why-order-not-found = not in this shop
why-order-ambiguous = that could be several orders
why-order-moved-on = moved on since
why-orders-not-among = do not fit what else was said

error-order-already-confirmed = Order { $number } is confirmed already.
error-order-confirm-held = Order { $number } is on hold. Take it off hold first.
error-order-confirm-finished = Order { $number } ({ $status }) is past confirming.
error-order-not-held = Order { $number } is not on hold ({ $status }), so there is nothing to release.
error-order-note-empty = There is nothing to note on order { $number }. Say what the note should be.
error-order-note-long = That note is too long for order { $number }: { $most } letters are left.
error-order-address-shipped = Order { $number } is with the courier, so its address cannot be changed here. After a failed delivery ask for another attempt with the right phone or landmark, or ask for its return and send it anew.
error-order-address-finished = Order { $number } ({ $status }) is finished, so its address does not matter any more.
error-order-address-same = Order { $number } goes there already. Say what of the address should be different.
error-order-address-empty = Line 1, city, state and name cannot be empty.
error-order-pincode = { $pincode } is not a pincode. One has six digits and does not begin with 0.
error-order-pincode-elsewhere = Pincode { $pincode } lies in { $there }, not in { $state }. Give the right pincode, or the city and state that go with it.
error-order-phone = { $phone } is not a phone number. Give one with ten digits, such as 98765 43210.
error-order-refund-cod = Order { $number } is cash on delivery and nothing was collected yet, so nothing can be refunded. Cancel it if it should not go out; after delivery the { $total } can be refunded.
error-order-refund-unpaid = Order { $number } was not paid, so nothing can be refunded. Cancel it, or send a payment link.
error-order-refund-done = All that was paid for order { $number } was refunded already.
error-order-refund-too-little = A refund of order { $number } is ₹1 at the least and { $left } at the most.
error-order-refund-too-much = { $amount } is more than was paid and not refunded yet for order { $number }. At the most { $left } can be refunded.
error-order-link-paid = Order { $number } is paid already, so there is nothing to pay.
error-order-link-delivered = Order { $number } is delivered; its cash is the courier's to hand over. A payment link works before delivery.
error-order-link-finished = Order { $number } ({ $status }) was called off, so there is nothing to pay.
error-order-link-out = A link over { $amount } is out for order { $number } and open until { $until }. A new one can be sent after that.
error-order-link-too-little = What is left to pay for order { $number } is too little for a payment link.
error-order-link-nobody = The customer of order { $number } has no phone number and no e-mail address to send a link to. Add one to the delivery address first.
error-order-discount = { $percent }% is more than you may take off ({ $most }% at the most).{ $role ->
    [none] { "" }
   *[other] { " " }Ask for less, or ask a person with the role { $role }.
}
error-orders-which-cancel = Which orders should be cancelled? Say how to choose them: unpaid, older than 5 days, of a place, a channel, a customer, or by their numbers.
error-orders-which-confirm = Which orders should be confirmed? Say how to choose them: COD, of today, below an amount, of a place, a channel, or by their numbers.
error-orders-which-hold = Which orders should be held? Say how to choose them: to a place, above an amount, of a channel, a customer, or by their numbers.
error-orders-none-fit = No order fits that, so nothing was changed.
error-orders-not-among = This order does not fit what else was said.

error-payments-not-connected = No payment provider is connected, so money can neither be refunded nor asked for here. Connect one in the settings.
error-payments-too-little = The payment provider moves no amount as small as this.
error-payments-refused = The payment provider will not make a link for order { $order }.
error-payments-more-than-paid = The payment provider will not refund more than the { $paid } paid for order { $order }.
error-payments-link-paid = The payment link of order { $order } was paid, so it cannot be closed. Refund the payment instead.
error-order-record-paid = Order { $number } is paid already.
error-order-record-finished = Order { $number } ({ $status }) was called off, so nobody owes anything for it.

audit-action-record_payment = record payment
