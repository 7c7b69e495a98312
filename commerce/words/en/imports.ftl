imports-from-file = from the file { $name }

imports-summary-orders = { $count ->
    [one] 1 order
   *[other] { $count } orders
}, { $amount }, { $first } to { $last }
imports-summary-orders-none = No order could be taken in.
imports-summary-ndr = { $count ->
    [one] 1 failed delivery
   *[other] { $count } failed deliveries
}, { $amount } to collect, { $first } to { $last }
imports-summary-ndr-none = No failed delivery could be taken in.

imports-note-zone = { $count ->
    [one] One time names no zone and was taken as { $zone } time
   *[other] { $count } times name no zone and were taken as { $zone } time
} (first on line { $line }: { $example }).
imports-note-midnight = { $count ->
    [one] One date has no time; the beginning of the day in { $zone } was taken
   *[other] { $count } dates have no time; the beginning of the day in { $zone } was taken
} (first on line { $line }: { $example }).
imports-note-day-first = { $count ->
    [one] One date could be read two ways and was taken as day first, as you said
   *[other] { $count } dates could be read two ways and were taken as day first, as you said
} (first on line { $line }: { $example }).
imports-note-month-first = { $count ->
    [one] One date could be read two ways and was taken as month first, as you said
   *[other] { $count } dates could be read two ways and were taken as month first, as you said
} (first on line { $line }: { $example }).
imports-note-cut = { $count ->
    [one] One text was longer than we keep and was cut
   *[other] { $count } texts were longer than we keep and were cut
} (first on line { $line }, column { $example }).
imports-note-cp1252 = The file is not UTF-8 and was read as Windows-1252. If names look wrong, export it again as "CSV UTF-8".
imports-note-pincode = { $count ->
    [one] One Indian address has no valid 6-digit pincode; it was kept as it is
   *[other] { $count } Indian addresses have no valid 6-digit pincode; they were kept as they are
} (first on line { $line }: "{ $example }").
imports-note-lines = { $count ->
    [one] The lines of one order do not add up to its subtotal, as after an edit; its own total was kept
   *[other] The lines of { $count } orders do not add up to their subtotals, as after an edit; their own totals were kept
} (first order { $example }, line { $line }).
imports-note-rounded = { $count ->
    [one] The total of one order is off by less than 1, as where cash totals are rounded; its own total was kept
   *[other] The totals of { $count } orders are off by less than 1, as where cash totals are rounded; their own totals were kept
} (first order { $example }, line { $line }).
imports-note-status-behind = { $count ->
    [one] One order has moved on here since the file was made; its status was left as it is
   *[other] { $count } orders have moved on here since the file was made; their status was left as it is
} (first order { $example }, line { $line }).
imports-note-payment-behind = { $count ->
    [one] The payment of one order has moved on here since the file was made and was left as it is
   *[other] The payments of { $count } orders have moved on here since the file was made and were left as they are
} (first order { $example }, line { $line }).
imports-note-address = { $count ->
    [one] One order goes to another address here than the file says; the address here was kept
   *[other] { $count } orders go to other addresses here than the file says; the addresses here were kept
} (first order { $example }, line { $line }).
imports-note-courier = { $count ->
    [one] The courier of one parcel is not one we know; it was kept as Custom
   *[other] The couriers of { $count } parcels are not ones we know; they were kept as Custom
} (first parcel { $example }, line { $line }).
imports-note-unmapped = { $count ->
    [one] One failure reason is new to us and was kept as Other, with the courier's words
   *[other] { $count } failure reasons are new to us and were kept as Other, with the courier's words
} (first on line { $line }: { $example }).
imports-note-report-settled = { $count ->
    [one] One row says itself that the parcel was delivered or is going back; it was left alone
   *[other] { $count } rows say themselves that the parcel was delivered or is going back; they were left alone
} (first parcel { $example }, line { $line }).
imports-note-parcel-settled = { $count ->
    [one] One parcel is already delivered, returning, cancelled or lost here; the report did not open it again
   *[other] { $count } parcels are already delivered, returning, cancelled or lost here; the report did not open them again
} (first parcel { $example }, line { $line }).
imports-note-order-over = { $count ->
    [one] One unknown parcel belongs to an order that is already delivered or returned here; it was left alone
   *[other] { $count } unknown parcels belong to orders that are already delivered or returned here; they were left alone
} (first parcel { $example }, line { $line }).
imports-note-case-closed = { $count ->
    [one] One attempt is older than the closing of its case here; the case was not opened again
   *[other] { $count } attempts are older than the closing of their cases here; the cases were not opened again
} (first parcel { $example }, line { $line }).
imports-note-other-number = { $count ->
    [one] One parcel belongs to another order here than the report says; the AWB was trusted
   *[other] { $count } parcels belong to other orders here than the report says; the AWB was trusted
} (first parcel { $example }, line { $line }).
imports-note-order-made = { $count ->
    [one] One order was not known and was made from the report
   *[other] { $count } orders were not known and were made from the report
} (first order { $example }, line { $line }). Import the shop's own orders to complete what the report does not say.
imports-note-no-order-date = { $count ->
    [one] The report does not say when one order was placed; the time of the failed attempt was taken
   *[other] The report does not say when { $count } orders were placed; the times of the failed attempts were taken
} (first order { $example }, line { $line }).
imports-note-parcel-made = { $count ->
    [one] One parcel was not known and was added to its order
   *[other] { $count } parcels were not known and were added to their orders
} (first parcel { $example }, line { $line }).

error-imports-no-file = { $name } could not be opened ({ $why }). Check the name and try again.
error-imports-workbook = { $name } is a workbook of the old Excel (.xls). Save it as .xlsx or as "CSV UTF-8".
error-imports-packed = { $name } is compressed. Unpack it and import the CSV file inside.
error-imports-not-text = { $name } is not a text file in an encoding we know. Export it again as "CSV UTF-8".
error-imports-empty = { $name } is empty. Export it again with at least one row.
error-imports-quotes = In { $name }, a quotation mark on or after line { $line } does not fit: it is never closed, or something follows it. Nothing was taken in. Put it right there, or export the file again.
error-imports-columns = { $name } cannot be read as { $kind }: these columns are missing: { $missing }. If they are there under other names, say which: --map "Their column=our_field", with { $fields } as our fields.
error-imports-other-kind = { $name } looks like { $other }, not like { $kind }. Import it as { $other }.

error-imports-rounded = { $column } holds { $cell }: a spreadsheet has rounded the number and its last digits are lost. Export the report again and import that file without opening and saving it in Excel.
error-imports-too-long = { $column } is longer than { $longest } characters. Shorten it and import the row again.
error-imports-no-amount = { $column } holds "{ $cell }", which is no amount with a single reading. Write it like 1234.50.
error-imports-no-count = { $column } holds "{ $cell }", which is no whole number. Write it like 2.
error-imports-no-date = { $column } holds "{ $cell }", which is no date we can read. Write it like 2026-11-22 14:03:11 +0530.
error-imports-two-dates = { $column } holds { $cell }, which is { $one } or { $other }. Say whether dates in this file begin with the day or with the month, and import the row again.
error-imports-too-wide = The row has { $cells } cells, but the file has { $columns } columns. Put texts with a comma in quotation marks.
error-imports-currency = The order is in { $theirs }, but the shop's books are in { $ours }. Such orders cannot be taken in yet.
error-imports-status = Financial Status "{ $financial }" with Fulfillment Status "{ $fulfillment }" is not known. Known are paid, pending, authorized, partially_paid, partially_refunded, refunded, voided and expired, with fulfilled, partial, unfulfilled or blank.
error-imports-no-number = { $column } is blank, so the order cannot be told apart. Fill in its number.
error-imports-no-first-row = The rows of order { $number } that carry its total are missing or not directly above. Keep all rows of an order together.
error-imports-two-orders = Rows of order { $number } differ in { $column }: two orders seem to share a number. Give one of them another number.
error-imports-no-lines = Order { $number } has no line items. Export it again with them.
error-imports-told-twice = Order { $number } stands in the file twice in a row, and its lines do not add up. Remove one of them.
error-imports-negative = { $amount } is less than nothing. Put the amount right and import the row again.
error-imports-sum = The total is { $total }, but its parts come to { $parts }: { $difference } cannot be explained. Put the amounts right and import the order again.
error-imports-other-order = Number { $number } belongs to another order here (from { $channel }). Give one of them another number.
error-imports-no-awb = { $column } is blank, so the parcel cannot be told. Fill in the AWB.
error-imports-no-reason = { $column } is blank, so why the delivery failed cannot be told. Fill in the courier's reason.
error-imports-payment = { $column } holds "{ $cell }". Write COD or Prepaid.
error-imports-unknown-parcel = The shop knows neither parcel { $awb } nor its order { $number }. Import the orders first, or let the report carry order number, customer, phone or address, payment method and order value.
error-imports-may-not-add = The shop does not know order { $number }, and your role may not add orders. Ask a manager to import the orders first.

imports-field-number = Order number
imports-field-placed-at = Order date
imports-field-status = Status
imports-field-channel = Sales channel
imports-field-source-id = Marketplace's own id
imports-field-name = Customer name
imports-field-phone = Phone
imports-field-email = E-mail
imports-field-address = Address
imports-field-address2 = Address, second line
imports-field-city = City
imports-field-state = State
imports-field-pincode = Pincode
imports-field-country = Country
imports-field-sku = SKU
imports-field-title = Product name
imports-field-quantity = Quantity
imports-field-unit-price = Price of one piece
imports-field-line-total = Amount of the line
imports-field-line-discount = Discount on the line
imports-field-shipping = Shipping charge
imports-field-discount = Discount
imports-field-tax = Tax
imports-field-total = Order total
imports-field-refunded = Refunded
imports-field-payment = Payment method
imports-field-cod = Cash on delivery
imports-field-currency = Currency
imports-field-cancelled-at = Cancelled on
imports-field-shipped-at = Shipped on
imports-field-delivered-at = Delivered on
imports-field-tags = Tags
imports-field-note = Note
imports-field-awb = AWB
imports-field-order = Order number
imports-field-code = Courier's code
imports-field-at = Date
imports-field-location = Location
imports-field-remark = Remark
imports-field-courier = Courier
imports-field-picked-up-at = Picked up on
imports-field-out-for-delivery-at = Out for delivery on
imports-field-promised-at = Promised for
imports-field-rto-at = RTO begun on
imports-field-rto-delivered-at = Back on
imports-field-created-at = Booked on
imports-field-attempts = Delivery attempts
imports-field-collect = Cash to collect
imports-field-weight = Weight
imports-field-warehouse = Warehouse
imports-field-on-hand = Pieces on the shelf
imports-field-style = Style
imports-field-category = Category
imports-field-color = Colour
imports-field-size = Size
imports-field-hsn = HSN
imports-field-mrp = MRP
imports-field-price = Selling price
imports-field-cost = Cost
imports-field-active = Active
imports-field-competitor = Competitor
imports-field-product = Product
imports-field-rating = Rating
imports-field-headline = Headline
imports-field-text = Review
imports-field-customer = Customer name
imports-field-reason = Reason
imports-field-ordered-at = Order date
imports-field-value = Order value
imports-field-mrp-of = MRP on { $marketplace }
imports-field-price-of = Price on { $marketplace }
imports-kind-orders = Orders
imports-kind-ndr = Failed deliveries (NDR)
imports-kind-tracking = Tracking of parcels
imports-kind-stock = Stock list
imports-kind-products = Product master
imports-kind-prices = Price list
imports-kind-reviews = Reviews
imports-summary-tracking = { $count ->
    [one] 1 scan of a parcel
   *[other] { $count } scans of parcels
}, { $first } to { $last }
imports-summary-tracking-none = No scan could be taken in.
imports-summary-stock = { $count ->
    [one] 1 shelf counted
   *[other] { $count } shelves counted
}
imports-summary-stock-none = No stock could be taken in.
imports-summary-products = { $count ->
    [one] 1 SKU
   *[other] { $count } SKUs
}
imports-summary-products-none = No product could be taken in.
imports-summary-prices = { $count ->
    [one] 1 price
   *[other] { $count } prices
}
imports-summary-prices-none = No price could be taken in.
imports-summary-reviews = { $count ->
    [one] 1 review
   *[other] { $count } reviews
}, { $first } to { $last }
imports-summary-reviews-none = No review could be taken in.
imports-note-column-day-first = { $count ->
    [one] One date could be read two ways and was taken as day first, as the other dates of its column are
   *[other] { $count } dates could be read two ways and were taken as day first, as the other dates of their column are
} (first on line { $line }: { $example }).
imports-note-column-month-first = { $count ->
    [one] One date could be read two ways and was taken as month first, as the other dates of its column are
   *[other] { $count } dates could be read two ways and were taken as month first, as the other dates of their column are
} (first on line { $line }: { $example }).
imports-note-against = { $count ->
    [one] One date goes against the order of day and month you named and has one reading only; that was taken
   *[other] { $count } dates go against the order of day and month you named and have one reading only; that was taken
} (first on line { $line }: { $example }).
imports-note-century = { $count ->
    [one] One date has a year of two digits; 20xx was taken
   *[other] { $count } dates have a year of two digits; 20xx was taken
} (first on line { $line }: { $example }).
imports-note-total = { $count ->
    [one] One line of totals was left out
   *[other] { $count } lines of totals were left out
} (on line { $line }).
imports-note-header-again = { $count ->
    [one] The header stands in the file once more and was left out
   *[other] The header stands in the file { $count } times more and was left out
} (on line { $line }).
imports-note-new-header = { $count ->
    [one] The columns change places half-way down; rows below were read by the new header
   *[other] The columns change places { $count } times; rows below each were read by the new header
} (on line { $line }).
imports-note-repeated = { $count ->
    [one] Rows of one order stand in the file twice and were read once
   *[other] Rows of { $count } orders stand in the file twice and were read once
} (first on line { $line }: { $example }).
imports-note-cancelled-line = { $count ->
    [one] One order has lines that were cancelled; they were left out
   *[other] { $count } orders have lines that were cancelled; they were left out
} (first on line { $line }: { $example }).
imports-note-no-status = { $count ->
    [one] The file does not say where orders stand; one was taken as Pending
   *[other] The file does not say where orders stand; { $count } were taken as Pending
} (on line { $line }).
imports-note-weight = { $count ->
    [one] One weight has no unit and was taken as kilograms
   *[other] { $count } weights have no unit and were taken as kilograms
} (first on line { $line }: { $example }).
imports-note-mrp-lowest = { $count ->
    [one] One SKU has different MRPs on different marketplaces; the lowest was taken as its MRP, and each was kept
   *[other] { $count } SKUs have different MRPs on different marketplaces; the lowest was taken as the MRP, and each was kept
} (first on line { $line }: { $example }).
imports-note-price-mrp = { $count ->
    [one] One new SKU has no selling price; its MRP was taken
   *[other] { $count } new SKUs have no selling price; their MRP was taken
} (first on line { $line }: { $example }).
imports-note-price-none = { $count ->
    [one] One new SKU has neither price nor MRP and costs nothing until it is priced
   *[other] { $count } new SKUs have neither price nor MRP and cost nothing until they are priced
} (first on line { $line }: { $example }).
imports-note-warehouse-made = { $count ->
    [one] The shop had no warehouse; one was added from the list
   *[other] The shop had no warehouse; { $count } were added from the list
} (first on line { $line }: { $example }).
imports-note-reserved = { $count ->
    [one] On one shelf more is promised to orders than the list says lies there
   *[other] On { $count } shelves more is promised to orders than the list says lies there
} (first on line { $line }: { $example }).
imports-note-undelivered = { $count ->
    [one] One parcel could not be delivered; its NDR case opens with the courier's NDR report
   *[other] { $count } parcels could not be delivered; their NDR cases open with the courier's NDR report
} (first on line { $line }: { $example }).
imports-note-stale = This very file was read in before, and things have moved on since: nothing was set again. Say so if it shall be.
imports-ask-kind = What does { $name } hold?
imports-ask-missing = Which column holds: { $columns }?
imports-ask-confirm = These columns were guessed. Are they right? { $columns }
imports-ask-dates-open = Does { $column } begin with the day or the month? { $example } (line { $line }) and others can be read both ways.
imports-ask-dates-contradict = { $column } has dates that begin with the day and dates that begin with the month. How are those meant that can be read both ways, such as { $example } (line { $line })?
imports-ask-again = { $name } was read in before. Shall what it says be set again, over what changed since?
imports-choice-confirm = Yes, they are right
imports-choice-dmy = Day first: 3/4 is 3 April
imports-choice-mdy = Month first: 3/4 is 4 March
imports-choice-again = Set it again
imports-undo-orders = { $count ->
    [one] 1 new order would go again
   *[other] { $count } new orders would go again
}; their customers and addresses stay.
imports-undo-reviews = { $count ->
    [one] 1 new review would go again
   *[other] { $count } new reviews would go again
}.
imports-undo-prices = { $count ->
    [one] 1 price seen elsewhere would go again
   *[other] { $count } prices seen elsewhere would go again
}.
imports-no-undo-undone = It was taken back already.
imports-no-undo-kind = What such a file brings is woven into what was there (parcels, shelves, products) and cannot be taken back as one. Put single things right, or import a file that says it rightly.
imports-no-undo-changed = It changed things that were there before, not only added new ones, so it cannot be taken back.
imports-no-undo-nothing = It added nothing that could be taken back.
imports-no-undo-late = It is more than { $hours } hours ago, so it cannot be taken back any more.
error-imports-no-sheet = { $name } has no sheet "{ $sheet }". It has: { $sheets }.
error-imports-broken-workbook = { $name } is a workbook that cannot be opened: it is broken or has a password. Open it in Excel, save it again without a password, or save it as "CSV UTF-8".
error-imports-too-large-workbook = { $name } reaches over more than { $cells } cells or unpacks to more than we take. Save it as "CSV UTF-8", which may be of any length.
error-imports-shifted = The cells of this row have moved: { $column } holds "{ $cell }", and other columns hold what is not theirs either. Put each value under its header and import the row again.
error-imports-no-column = There is no column "{ $column }" in the file. It has: { $columns }.
error-imports-new-header = From line { $line } on the file has other columns, without { $column }. Put those rows into a file of their own.
error-imports-unknown-status = { $column } holds "{ $cell }", which is no status we know. Write it like Shipped, Delivered, Cancelled or RTO.
error-imports-no-price = { $column } is blank. Marketplaces leave it blank until an order is paid: import the report again then, or fill it in.
error-imports-untracked = The shop knows neither parcel { $awb } nor order { $number }. Import the orders first, then the tracking report.
error-imports-no-moment = The row does not say when the parcel was there. Fill in { $column }.
error-imports-no-sku = { $column } is blank, so the product cannot be told. Fill in the SKU.
error-imports-above-mrp = The price { $price } is above the MRP { $mrp }, which the law does not allow. Put one of them right.
error-imports-no-rating = { $column } holds "{ $cell }", which is no rating from 1 to 5. Write it like 4.
error-imports-no-warehouse = The list does not say which warehouse, and the shop has several: { $known }. Say it for the whole file (--set warehouse=CODE) or fill in a column Warehouse.
error-imports-no-warehouses = The list does not say which warehouse, and the shop has none yet. Say it for the whole file (--set warehouse=CODE) or fill in a column Warehouse.{ $known }
error-imports-unknown-warehouse = "{ $warehouse }" is none of the shop's warehouses: { $known }. Write one of their codes.
error-imports-counted-twice = { $sku } stands in the list twice for one warehouse: { $one } pieces first, now { $other }. Keep the right one.
error-imports-unknown-sku = The shop sells nothing with the SKU { $sku }. Import the product master first, or put the SKU right.
error-imports-unknown-product = The shop sells no product "{ $product }". Give its SKU, or the title exactly as the shop has it.
error-imports-priced-twice = { $sku } stands in the list with two prices: { $one } and { $other }. Keep the right one.
error-imports-price-later = The price is of { $on }, which is still to come. Import it on that day.
error-imports-no-format = There is no format "{ $format }" for { $kind }. Known are: { $formats }.
error-imports-no-mapping = There is no saved mapping "{ $mapping }". Saved are: { $known }.
error-imports-mapping-name = A mapping needs a name, such as the maker of the files.
error-imports-kind-first = Say first what the file holds (orders, ndr, tracking, stock, products, prices, reviews); only then can columns be named.
error-imports-no-field = We have no column "{ $field }" for such a file. Ours are: { $fields }.
error-imports-which-kind = { $name } could be one of several: { $kinds }. Say which (superecom import KIND).
error-imports-unknown = { $name } is of no make we know. Its columns are: { $columns }. Say what it holds (superecom import with one of { $kinds }), and its columns can be matched.
error-imports-guessed = The columns of { $name } could only be guessed. If the guess is right, say so: { $guesses }
error-imports-some-refused = { $count ->
    [one] One record was refused, so nothing was taken in
   *[other] { $count } records were refused, so nothing was taken in
}. Put them right, or take in only the good ones.
error-imports-no-undo = { $why }
error-imports-moved-on = { $count ->
    [one] One of its orders has been worked on since
   *[other] { $count } of its orders have been worked on since
}: nothing was taken back. Cancel the orders that should not be there.
error-imports-no-run = There is no such import. The list of imports shows those that can be opened.
error-imports-not-rows = { $name } has no rows and columns. Send a CSV, a text file of columns, or an Excel workbook (.xlsx).
