exports-column-order = Order
exports-column-placed = Placed
exports-column-status = Status
exports-column-channel = Channel
exports-column-channel-id = Channel's own id
exports-column-payment = Payment
exports-column-payment-status = Payment status
exports-column-customer = Customer
exports-column-phone = Phone
exports-column-email = E-mail
exports-column-address = Address
exports-column-city = City
exports-column-state = State
exports-column-pincode = Pincode
exports-column-pieces = Pieces
exports-column-items = Items
exports-column-subtotal = Subtotal ({ $currency })
exports-column-discount = Discount ({ $currency })
exports-column-shipping = Shipping ({ $currency })
exports-column-tax = Tax within ({ $currency })
exports-column-total = Total ({ $currency })
exports-column-refunded = Refunded ({ $currency })
exports-column-cancelled = Cancelled
exports-column-tags = Tags
exports-column-note = Note
exports-column-awb = AWB
exports-column-courier = Courier
exports-column-warehouse = Warehouse
exports-column-collect = To collect ({ $currency })
exports-column-weight = Weight (g)
exports-column-attempts = Attempts
exports-column-made = Made
exports-column-picked-up = Picked up
exports-column-out-for-delivery = Out for delivery
exports-column-promised = Promised
exports-column-delivered = Delivered
exports-column-rto = RTO begun
exports-column-last-scan = Last scan
exports-column-location = Last location
exports-column-reason = Reason
exports-column-priority = Priority
exports-column-opened = Opened
exports-column-last-attempt = Last attempt
exports-column-due = Due
exports-column-reattempt = Reattempt on
exports-column-closed = Closed
exports-column-assignee = Assignee
exports-column-sku = SKU
exports-column-product = Product
exports-column-category = Category
exports-column-on-hand = On hand
exports-column-reserved = Reserved
exports-column-free = Free
exports-column-price = Price ({ $currency })
exports-column-mrp = MRP ({ $currency })
exports-column-cost = Cost ({ $currency })
exports-column-line = Line
exports-column-at = When
exports-column-person = Who
exports-column-for = For whom
exports-column-action = What
exports-column-subject = Subject
exports-column-before = Before
exports-column-after = After
exports-column-why = Why
exports-column-door = From where
exports-column-orders = Orders
exports-column-spent = Spent ({ $currency })
exports-column-last-order = Last order
exports-column-last-at = Last on
exports-column-sold = Sold in 30 days
exports-column-days-left = Days left
exports-column-value = Worth ({ $currency })

error-exports-ending = { $name } ends neither in .csv nor in .xlsx. Name the file so that its ending says what it is.

export-made = { $what }: { $count ->
    [one] 1 row is
   *[other] { $count } rows are
} in { $name }{ $period ->
    [none] .
   *[other] , { $first } to { $last }.
}
export-note = { $count ->
    [one] 1 row
   *[other] { $count } rows
}
export-of-orders = Orders
export-of-parcels = Parcels
export-of-ndr = Undelivered parcels (NDR)
export-of-stock = Stock
export-of-low_stock = What runs out
export-of-dead_stock = What does not sell
export-of-customers = Customers
export-of-audit = Audit log
error-export-in-chat = A file is made in the chat: ask there for the list as Excel or CSV.
error-export-filter = { $what } cannot be narrowed by: { $filters }. What works is: { $known }.
error-export-too-long = That is more than { $most } rows. Choose a shorter period or a narrower list; the command “superecom export” writes files of any length.
error-export-paid-parcels = Of parcels it is known whether they are cash on delivery or prepaid; “{ $payment }” stands in the list of orders. Ask for orders instead.
