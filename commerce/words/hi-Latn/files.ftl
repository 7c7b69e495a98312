error-file-not-found = Aapki aisi koi file yahan nahi hai. Dobara bhejiye, toh yahan hogi.
error-file-empty = Yeh file khaali hai. Jahan se aayi thi wahan dobara save karke bhejiye.
error-file-too-big = Yeh file { $megabytes } MB se badi hai. Ise hisson mein baantiye, ya sirf zaroori rows aur columns save karke bhejiye.
error-file-kind = Is tarah ki file main nahi padh sakta. CSV, TSV, plain text, Excel (.xlsx), PNG, JPEG, WebP ya PDF bhejiye.
error-file-old-excel = Yeh purani Excel file (.xls) hai. Kholkar .xlsx ya CSV mein save kijiye aur wahi bhejiye.
error-file-macros = Is Excel file mein macros hain. Bina macros ke .xlsx mein save karke bhejiye.
error-file-dense = Yeh Excel file khulne par bahut badi ho jaati hai. Sheet ko CSV mein save karke bhejiye.
