error-file-not-found = There is no such file of yours. Send it again and it is here.
error-file-empty = This file is empty. Save it once more where it came from, then send that copy.
error-file-too-big = This file has more than { $megabytes } MB. Split it, or save only the rows and columns you need, and send it again.
error-file-kind = I cannot read this kind of file. Send CSV, TSV, plain text, Excel (.xlsx), PNG, JPEG, WebP or PDF.
error-file-old-excel = This is an old Excel file (.xls). Open it, save it as .xlsx or CSV, and send that.
error-file-macros = This Excel file carries macros. Save it as .xlsx without macros, and send that.
error-file-dense = This Excel file unpacks to more than I can take. Save the sheet as CSV and send that.
