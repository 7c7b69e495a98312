exports-column-order = Order
exports-column-placed = Kab aaya
exports-column-status = Status
exports-column-channel = Channel
exports-column-channel-id = Channel ki apni id
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
exports-column-tax = Shaamil tax ({ $currency })
exports-column-total = Total ({ $currency })
exports-column-refunded = Refund ({ $currency })
exports-column-cancelled = Kab cancel hua
exports-column-tags = Tags
exports-column-note = Note
exports-column-awb = AWB
exports-column-courier = Courier
exports-column-warehouse = Warehouse
exports-column-collect = Collect karna hai ({ $currency })
exports-column-weight = Weight (g)
exports-column-attempts = Attempts
exports-column-made = Kab bana
exports-column-picked-up = Pickup
exports-column-out-for-delivery = Delivery ke liye nikla
exports-column-promised = Promise
exports-column-delivered = Delivered
exports-column-rto = RTO shuru
exports-column-last-scan = Aakhri scan
exports-column-location = Aakhri jagah
exports-column-reason = Reason
exports-column-priority = Priority
exports-column-opened = Kab khula
exports-column-last-attempt = Aakhri attempt
exports-column-due = Kab tak
exports-column-reattempt = Reattempt
exports-column-closed = Kab band hua
exports-column-assignee = Kiske paas
exports-column-sku = SKU
exports-column-product = Product
exports-column-category = Category
exports-column-on-hand = Maujood
exports-column-reserved = Reserved
exports-column-free = Bikri ke liye
exports-column-price = Daam ({ $currency })
exports-column-mrp = MRP ({ $currency })
exports-column-cost = Cost ({ $currency })
exports-column-line = Line
exports-column-at = Kab
exports-column-person = Kisne
exports-column-for = Kiske liye
exports-column-action = Kya
exports-column-subject = Kis par
exports-column-before = Pehle
exports-column-after = Baad
exports-column-why = Kyun
exports-column-door = Kahan se
exports-column-orders = Orders
exports-column-spent = Kul kharid ({ $currency })
exports-column-last-order = Aakhri order
exports-column-last-at = Aakhri baar
exports-column-sold = 30 din mein bike
exports-column-days-left = Bache din
exports-column-value = Keemat ({ $currency })

error-exports-ending = { $name } na .csv hai na .xlsx. File ka naam aisa dijiye ki pata chale woh kya hai.

export-made = { $what }: { $name } mein { $count ->
    [one] 1 row hai
   *[other] { $count } rows hain
}{ $period ->
    [none] .
   *[other] , { $first } se { $last } tak.
}
export-note = { $count ->
    [one] 1 row
   *[other] { $count } rows
}
export-of-orders = Orders
export-of-parcels = Parcels
export-of-ndr = Undelivered parcels (NDR)
export-of-stock = Stock
export-of-low_stock = Jo khatam hone wala hai
export-of-dead_stock = Jo bik nahi raha
export-of-customers = Customers
export-of-audit = Audit log
error-export-in-chat = File chat mein banti hai: wahan list Excel ya CSV mein maangiye.
error-export-filter = { $what } ko isse chhota nahi kar sakte: { $filters }. Yeh chalta hai: { $known }.
error-export-too-long = Yeh { $most } rows se zyada hai. Chhota period ya chhoti list chuniye; "superecom export" command kitni bhi lambi file banata hai.
error-export-paid-parcels = Parcel ka bas COD ya prepaid hona pata hai; “{ $payment }” orders ki list mein hai. Orders maangiye.
