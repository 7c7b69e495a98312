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
error-imports-workbook = { $name } is an Excel workbook. Open it and save it as "CSV UTF-8", or better, export it again as CSV.
error-imports-packed = { $name } is compressed. Unpack it and import the CSV file inside.
error-imports-not-text = { $name } is not a text file in an encoding we know. Export it again as "CSV UTF-8".
error-imports-empty = { $name } is empty. Export it again with at least one row.
error-imports-quotes = In { $name }, a quotation mark on or after line { $line } does not fit: it is never closed, or something follows it. Nothing was taken in. Put it right there, or export the file again.
error-imports-columns = { $kind ->
    [orders] { $name } is no order export: these columns are missing: { $missing }. Shopify's own export (Orders > Export > Plain CSV file) works as it comes.
   *[ndr] { $name } is no NDR report: these columns are missing: { $missing }. The NDR report that Shiprocket's panel exports as CSV works as it comes.
}
error-imports-other-kind = { $other ->
    [orders] { $name } is an order export, not an NDR report. Import it as orders.
   *[ndr] { $name } is an NDR report, not an order export. Import it as ndr.
}

error-imports-rounded = { $column } holds { $cell }: a spreadsheet has rounded the number and its last digits are lost. Export the report again and import that file without opening and saving it in Excel.
error-imports-too-long = { $column } is longer than { $longest } characters. Shorten it and import the row again.
error-imports-no-amount = { $column } holds "{ $cell }", which is no amount with a single reading. Write it like 1234.50.
error-imports-no-count = { $column } holds "{ $cell }", which is no whole number. Write it like 2.
error-imports-no-date = { $column } holds "{ $cell }", which is no date we can read. Write it like 2026-11-22 14:03:11 +0530.
error-imports-two-dates = { $column } holds { $cell }, which is { $one } or { $other }. Say whether dates in this file begin with the day or with the month, and import the row again.
error-imports-date-order = { $column } holds { $cell }, which goes against the order of day and month you named for this file. Write it like 2026-11-22.
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
