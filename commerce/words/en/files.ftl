error-file-not-found = There is no such file of yours. Send it again and it is here.
error-file-empty = This file is empty. Save it once more where it came from, then send that copy.
error-file-too-big = This file has more than { $megabytes } MB. Split it, or save only the rows and columns you need, and send it again.
error-file-kind = I cannot read this kind of file. Send CSV, TSV, plain text, Excel (.xlsx), PNG, JPEG, WebP or PDF.
error-file-old-excel = This is an old Excel file (.xls). Open it, save it as .xlsx or CSV, and send that.
error-file-macros = This Excel file carries macros. Save it as .xlsx without macros, and send that.
error-file-dense = This Excel file unpacks to more than I can take. Save the sheet as CSV and send that.
error-files-not-kept = No files are kept here, so none can be read in or made. Ask whoever runs the server to set a folder for files.
error-order-file-there = { $name } is kept with order { $number } already. It stands under the order when you open it.
error-order-files-many = Order { $number } has { $most } files already. Take one away first, or keep this one with a note.
error-order-file-gone = That file is no longer kept with order { $number }, so there is nothing to take back.

files-asks = { $question }
files-leave-out = Leave those rows out
files-other-sheet = Look at the sheet { $sheet }
files-file = File
files-summary = { $what }: { $ok } ok{ $refused ->
    [0] .
   *[other] , { $refused } refused because { $reasons }.
}{ $sample ->
    [0] {""}
   *[other] {" "}The file has { $rows } rows; the first { $sample } were tried, the others are checked when they go in.
}
files-look = { $name } holds { $count } in all. { $summary }
files-reason = { $why } ({ $count ->
    [one] line { $line }
   *[other] { $count }, first on line { $line }
})
files-reasons-more = { $count } more for other reasons
files-import-title = Read in { $name }: { $what }
files-imported = { $name }: { $added } new, { $changed } updated, { $unchanged } already the same, { $refused } refused.
files-no-undo = It cannot be undone as a whole: { $why }
files-added = New
files-changed = Updated
files-unchanged = Already the same
files-refused = Refused, not read in
files-pieces = Pieces on all shelves
files-together = Together
files-count = { $count }
files-refused-because = { $reasons ->
    [none] { $count }
   *[other] { $count }: { $reasons }
}
files-first-rows = { $count ->
    [one] The first row, as it stands in the file
   *[other] The first { $count } rows, as they stand in the file
}{ $sheet ->
    [none] {""}
   *[other] {" "}(sheet { $sheet })
}
files-refused-rows = Refused rows
files-refused-note = With the line and the reason of each. Put them right and send this file again.
files-read-in = Read it in
files-read-in-says = Read { $name } in
files-until = can be fetched until { $at }
files-with-order = Kept with order { $number }
files-added-by = { $name }, { $at }
files-attach-title = Keep { $name } with order { $number }
files-attached = { $name } is now kept with order { $number }. Nobody has read what is in it.
files-imports-title = Files read in
files-imports-found = { $count ->
    [0] No file was read in yet.
    [one] One file was read in.
   *[other] The last { $count } files that were read in.
}
files-column-at = When
files-column-name = File
files-column-kind = What
files-column-by = Who
files-column-added = New
files-column-changed = Updated
files-column-refused = Refused
files-moment = { $at }
files-kept = { $count ->
    [one] I keep { $names } with this conversation.
   *[other] I keep these with this conversation: { $names }.
} Pictures and papers are not read. To keep one with an order, tell me the order's number.
files-kept-only = { $count ->
    [one] I keep { $names } with this conversation; a person of the shop can open it.
   *[other] I keep these with this conversation, and a person of the shop can open them: { $names }.
}
error-files-nothing = Nothing of this file can be read in. { $summary } Put it right and send it again.
error-files-changed = What was shown is no longer how this file would be read. Send the file again to see what would happen now.
error-files-picture = { $name } is a picture or a paper, so there are no rows to read in. Send the sheet as CSV or Excel, or say with which order to keep it.
error-no-file-here = There is no file { $path } here.
planner-need-file = Send me the file: drop it into the chat, or press the paper clip.
form-kind = What it holds
form-dates = Dates are written
form-mapping = Saved mapping
form-sheet = Sheet
form-confirmed = Guessed columns are right
form-again = Set again what was read in before
date-order-dmy = Day first: 3/4 is 3 April
date-order-mdy = Month first: 3/4 is 4 March
date-order-leave_out = Nobody knows: leave those rows out
file-holds-orders = Orders
file-holds-ndr = Failed deliveries (NDR)
file-holds-tracking = Tracking of parcels
file-holds-stock = Stock list
file-holds-products = Product master
file-holds-prices = Price list
file-holds-reviews = Reviews
