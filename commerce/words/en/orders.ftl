order-status-Pending = Pending
order-status-Confirmed = Confirmed
order-status-Processing = Being packed
order-status-Shipped = Shipped
order-status-Delivered = Delivered
order-status-Cancelled = Cancelled
order-status-Returned = Returned
order-status-RTO = Returned undelivered (RTO)
order-status-OnHold = On hold
order-status-Failed = Failed

order-filter-Pending = pending
order-filter-Confirmed = confirmed
order-filter-Processing = being packed
order-filter-Shipped = shipped
order-filter-Delivered = delivered
order-filter-Cancelled = cancelled
order-filter-Returned = returned
order-filter-RTO = RTO
order-filter-OnHold = on hold
order-filter-Failed = failed
order-filter-Unshipped = not shipped yet
order-filter-Open = open
order-filter-NotCancelled = not cancelled

payment-method-COD = COD
payment-method-Card = Card
payment-method-UPI = UPI
payment-method-NetBanking = Net banking
payment-method-Wallet = Wallet
payment-method-EMI = EMI
payment-method-BankTransfer = Bank transfer
payment-method-Other = Other

payment-status-Pending = not paid yet
payment-status-Paid = paid
payment-status-Failed = payment failed
payment-status-Refunded = refunded
payment-status-PartiallyRefunded = partly refunded
payment-status-CODPending = cash to be collected
payment-status-CODCollected = cash collected

payment-kind-cod = COD
payment-kind-prepaid = prepaid
payment-kind-unpaid = unpaid
payment-kind-upi = UPI
payment-kind-card = card
payment-kind-net_banking = net banking
payment-kind-wallet = wallet
payment-kind-emi = EMI
payment-kind-bank_transfer = bank transfer

sales-channel-Shopify = Shopify
sales-channel-Amazon = Amazon
sales-channel-Flipkart = Flipkart
sales-channel-Meesho = Meesho
sales-channel-WooCommerce = WooCommerce
sales-channel-Custom = Own shop

order-sort-newest = newest first
order-sort-oldest = oldest first
order-sort-largest = largest first
order-sort-smallest = smallest first

order-at-least = from { $amount }
order-at-most = up to { $amount }
order-amount = { $amount }
order-moment = { $at }
order-pieces = { $pieces ->
    [one] 1 piece
   *[other] { $pieces } pieces
}

order-found-when = { $period ->
    [none] In all
    [today] Today
    [yesterday] Yesterday
   *[other] { $days ->
        [1] On { $first }
       *[other] From { $first } to { $last }
    }
}
order-found = { order-found-when }: { $count ->
    [0] no orders
    [one] 1 order
   *[other] { $count } orders
}{ $what ->
    [none] { "" }
   *[other] { " " }({ $what })
}{ $count ->
    [0] .
   *[other] , worth { $total }.
}
order-list-title = Orders
order-list-note = { $first } to { $last } of { $count }, { $sort }

order-column-number = Order
order-column-status = Status
order-column-total = Amount
order-column-payment = Payment
order-column-customer = Customer
order-column-city = City
order-column-placed = Placed

order-shown = Order { $number } of { $customer } ({ $city }): { $status }, { $total }, { $payment }, placed { $placed }.

order-line-status = Status
order-line-customer = Customer
order-line-phone = Phone
order-line-address = Address
order-line-payment = Payment
order-line-discount = Discount
order-line-shipping = Shipping
order-line-refunded = Refunded
order-line-channel = Channel
order-line-placed = Placed
order-line-hold-reason = On hold because
order-line-cancel-reason = Cancelled because
order-line-parcel = Parcel
order-line-ndr = Failed delivery
order-line-note = Note
order-payment = { $method }, { $status }
order-parcel = { $awb }, { $courier }: { $status }
order-ndr = { $reason }, { $attempts ->
    [one] 1 attempt
   *[other] { $attempts } attempts
}, act by { $due }

order-story-status = { $reason ->
    [none] { $status }
   *[other] { $status }: { $reason }
}
order-story-packed = Parcel { $awb } made
order-story-picked-up = Parcel { $awb } picked up
order-story-out-for-delivery = Parcel { $awb } out for delivery
order-story-delivered = Parcel { $awb } delivered
order-story-returning = Parcel { $awb } on its way back

order-button-show = Show
order-button-show-says = Show order { $number }
order-button-track = Track
order-button-track-says = Where is order { $number }?
order-button-hold = Hold
order-button-hold-says = Hold order { $number }
order-button-cancel = Cancel
order-button-cancel-says = Cancel order { $number }
order-button-next = Show more

order-cancel-title = Cancel order { $number }
order-cancelled = Order { $number } is cancelled.
order-hold-title = Hold order { $number }
order-held = Order { $number } is on hold: { $reason }.
order-difference-parcel = Parcel { $awb }
order-difference-reserved = Stock kept: { $place }
order-reason-cancelled-in-chat = Cancelled in chat
order-reason-held-in-chat = Held in chat
order-reason-undone = Undone
order-warning-paid = { $paid } was paid and is not refunded by this.
order-warning-on-the-pickup-list = Parcel { $awb } is on the courier's pickup list. Keep it back when the courier comes.
order-warning-oversold = More of { $place } is now promised than lies there.

error-order-not-found = There is no order { $number }. Check the number, or ask for the customer's orders by name or phone.
error-order-ambiguous = Several orders fit { $number }. Which one?
error-order-already-cancelled = Order { $number } is cancelled already.
error-order-cancel-shipped = Order { $number } is with the courier and cannot be cancelled. Ask for a return to origin instead.
error-order-cancel-delivered = Order { $number } is delivered and cannot be cancelled. Take a return and refund it instead.
error-order-cancel-returned = Order { $number } is coming back or came back, so it cannot be cancelled. Refund it if it was paid.
error-order-cancel-failed = Order { $number } failed, so there is nothing to cancel.
error-order-already-held = Order { $number } is on hold already.
error-order-hold-shipped = Order { $number } is with the courier and cannot be held. Ask for a return to origin instead.
error-order-hold-finished = Order { $number } ({ $status }) is finished, so there is nothing to hold.
error-order-moved-on = Order { $number } has moved on since ({ $status }), so this cannot be undone. Look at the order and decide anew.
error-customer-not-found = There is no customer { $customer }. Try the full name, the phone number or the e-mail address.
error-period-impossible = { $period } is not a span of days that exists. Try today, last week, or dates from … to ….
