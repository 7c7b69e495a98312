error-file-not-found = Aapki aisi koi file yahan nahi hai. Dobara bhejiye, toh yahan hogi.
error-file-empty = Yeh file khaali hai. Jahan se aayi thi wahan dobara save karke bhejiye.
error-file-too-big = Yeh file { $megabytes } MB se badi hai. Ise hisson mein baantiye, ya sirf zaroori rows aur columns save karke bhejiye.
error-file-kind = Is tarah ki file main nahi padh sakta. CSV, TSV, plain text, Excel (.xlsx), PNG, JPEG, WebP ya PDF bhejiye.
error-file-old-excel = Yeh purani Excel file (.xls) hai. Kholkar .xlsx ya CSV mein save kijiye aur wahi bhejiye.
error-file-macros = Is Excel file mein macros hain. Bina macros ke .xlsx mein save karke bhejiye.
error-file-dense = Yeh Excel file khulne par bahut badi ho jaati hai. Sheet ko CSV mein save karke bhejiye.
error-files-not-kept = Yahan files nahi rakhi jaati, isliye na koi padhi ja sakti hai na banayi. Server chalane wale se files ka folder lagwaiye.
error-order-file-there = { $name } order { $number } ke saath pehle se hai. Order kholne par wahin neeche dikhegi.
error-order-files-many = Order { $number } ke saath pehle se { $most } files hain. Pehle ek hataiye, ya note mein likh dijiye.
error-order-file-gone = Woh file ab order { $number } ke saath nahi hai, isliye wapas lene ko kuch nahi.

files-asks = { $question }
files-leave-out = Woh rows chhod do
files-other-sheet = { $sheet } wali sheet dekho
files-file = File
files-summary = { $what }: { $ok } theek{ $refused ->
    [0] .
   *[other] , { $refused } nahi liye, kyunki { $reasons }.
}{ $sample ->
    [0] {""}
   *[other] {" "}File mein { $rows } rows hain; pehli { $sample } jaanchi hain, baaki andar lete waqt jaanchi jayengi.
}
files-look = { $name } mein kul { $count } hain. { $summary }
files-reason = { $why } ({ $count ->
    [one] line { $line }
   *[other] { $count } baar, pehle line { $line } par
})
files-reasons-more = { $count } aur, doosri wajah se
files-import-title = { $name } andar lena: { $what }
files-imported = { $name }: { $added } naye, { $changed } badle, { $unchanged } pehle se waise hi, { $refused } nahi liye.
files-no-undo = Poora wapas nahi ho sakta: { $why }
files-added = Naye
files-changed = Badle
files-unchanged = Pehle se waise hi
files-refused = Nahi liye
files-pieces = Saare shelf par pieces
files-together = Kul
files-count = { $count }
files-refused-because = { $reasons ->
    [none] { $count }
   *[other] { $count }: { $reasons }
}
files-first-rows = { $count ->
    [one] Pehli row, jaisi file mein hai
   *[other] Pehli { $count } rows, jaisi file mein hain
}{ $sheet ->
    [none] {""}
   *[other] {" "}(sheet { $sheet })
}
files-refused-rows = Jo rows nahi li
files-refused-note = Har row ki line aur wajah ke saath. Theek karke yahi file dobara bhejiye.
files-read-in = Andar le lo
files-read-in-says = { $name } andar le lo
files-until = { $at } tak mil sakti hai
files-with-order = Order { $number } ke saath
files-added-by = { $name }, { $at }
files-attach-title = { $name } ko order { $number } ke saath rakhna
files-attached = { $name } ab order { $number } ke saath hai. Uske andar kya hai, yeh kisi ne nahi padha.
files-imports-title = Jo files andar aayi
files-imports-found = { $count ->
    [0] Abhi tak koi file andar nahi aayi.
    [one] Ek file andar aayi hai.
   *[other] Pichhli { $count } files jo andar aayi.
}
files-column-at = Kab
files-column-name = File
files-column-kind = Kya
files-column-by = Kisne
files-column-added = Naye
files-column-changed = Badle
files-column-refused = Nahi liye
files-moment = { $at }
files-kept = { $count ->
    [one] { $names } is baatcheet ke saath rakh li hai.
   *[other] Yeh is baatcheet ke saath rakh li hain: { $names }.
} Photo aur kaagaz padhe nahi jaate. Kisi order ke saath rakhna ho to order number bataiye.
files-kept-only = { $count ->
    [one] { $names } is baatcheet ke saath rakh li hai; shop ka koi insaan ise khol sakta hai.
   *[other] Yeh is baatcheet ke saath rakh li hain, shop ka koi insaan khol sakta hai: { $names }.
}
error-files-nothing = Is file ka kuch bhi andar nahi aa sakta. { $summary } Theek karke dobara bhejiye.
error-files-changed = Jo dikhaya tha, file ab waise nahi padhi jayegi. File dobara bhejiye, tab dikhega ki ab kya hoga.
error-files-picture = { $name } photo ya kaagaz hai, isme padhne ko rows nahi hain. Sheet CSV ya Excel mein bhejiye, ya bataiye kis order ke saath rakhni hai.
error-no-file-here = Yahan { $path } naam ki koi file nahi hai.
planner-need-file = File bhejiye: chat mein chhod dijiye, ya paper clip dabaiye.
form-kind = Isme kya hai
form-dates = Tareekh kaise likhi hai
form-mapping = Saved mapping
form-sheet = Sheet
form-confirmed = Andaze wale columns sahi hain
form-again = Pehle padhi list phir se lagao
date-order-dmy = Pehle din: 3/4 yaani 3 April
date-order-mdy = Pehle mahina: 3/4 yaani 4 March
date-order-leave_out = Pata nahi: woh rows chhod do
file-holds-orders = Orders
file-holds-ndr = Failed deliveries (NDR)
file-holds-tracking = Parcels ki tracking
file-holds-stock = Stock list
file-holds-products = Product master
file-holds-prices = Price list
file-holds-reviews = Reviews
