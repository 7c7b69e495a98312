imports-from-file = file { $name } se

imports-summary-orders = { $count ->
    [one] 1 order
   *[other] { $count } orders
}, { $amount }, { $first } se { $last } tak
imports-summary-orders-none = Koi order nahi liya ja saka.
imports-summary-ndr = { $count ->
    [one] 1 failed delivery
   *[other] { $count } failed deliveries
}, { $amount } collect karna tha, { $first } se { $last } tak
imports-summary-ndr-none = Koi failed delivery nahi li ja saki.

imports-note-zone = { $count } time mein zone nahi likha tha, { $zone } ka time maana gaya (pehla line { $line } par: { $example }).
imports-note-midnight = { $count } date mein time nahi tha, { $zone } mein din ki shuruaat maani gayi (pehli line { $line } par: { $example }).
imports-note-day-first = { $count } date do tarah se padhi ja sakti thi, aapke kehne par pehle din maana gaya (pehli line { $line } par: { $example }).
imports-note-month-first = { $count } date do tarah se padhi ja sakti thi, aapke kehne par pehle mahina maana gaya (pehli line { $line } par: { $example }).
imports-note-cut = { $count } text zyada lamba tha, kaat diya gaya (pehla line { $line }, column { $example }).
imports-note-cp1252 = File UTF-8 mein nahi hai, Windows-1252 maan kar padhi gayi. Naam galat dikhen to "CSV UTF-8" mein dobara export kijiye.
imports-note-pincode = { $count } Indian address mein sahi 6 ank ka pincode nahi hai, jaisa tha waisa rakha gaya (pehla line { $line } par: "{ $example }").
imports-note-lines = { $count } order ki lines ka jod subtotal se nahi milta (edit ke baad aisa hota hai), order ka apna total rakha gaya (pehla order { $example }, line { $line }).
imports-note-rounded = { $count } order ka total 1 se kam farak par hai (cash rounding), order ka apna total rakha gaya (pehla order { $example }, line { $line }).
imports-note-status-behind = { $count } order yahan file se aage badh chuke hain, unka status nahi chheda (pehla order { $example }, line { $line }).
imports-note-payment-behind = { $count } order ka payment yahan file se aage badh chuka hai, use nahi chheda (pehla order { $example }, line { $line }).
imports-note-address = { $count } order ka address yahan file se alag hai, yahan wala rakha gaya (pehla order { $example }, line { $line }).
imports-note-courier = { $count } parcel ka courier hum nahi jaante, Custom rakha gaya (pehla parcel { $example }, line { $line }).
imports-note-unmapped = { $count } reason hamare liye naya hai, courier ke shabdon ke saath Other rakha gaya (pehla line { $line } par: { $example }).
imports-note-report-settled = { $count } row khud kehti hai ki parcel deliver ho gaya ya wapas aa raha hai, use nahi chheda (pehla parcel { $example }, line { $line }).
imports-note-parcel-settled = { $count } parcel yahan pehle hi delivered, RTO, cancelled ya lost hai, report ne use dobara nahi khola (pehla parcel { $example }, line { $line }).
imports-note-order-over = { $count } anjaan parcel aise order ka hai jo yahan delivered ya returned hai, use nahi chheda (pehla parcel { $example }, line { $line }).
imports-note-case-closed = { $count } attempt case band hone se pehle ka hai, case dobara nahi khola gaya (pehla parcel { $example }, line { $line }).
imports-note-other-number = { $count } parcel yahan report se alag order ka hai, AWB ko sahi maana gaya (pehla parcel { $example }, line { $line }).
imports-note-order-made = { $count } order pata nahi tha, report se banaya gaya (pehla order { $example }, line { $line }). Baaki jaankari ke liye shop ke apne orders import kijiye.
imports-note-no-order-date = { $count } order kab aaya, report nahi batati; failed attempt ka time liya gaya (pehla order { $example }, line { $line }).
imports-note-parcel-made = { $count } parcel pata nahi tha, uske order mein jod diya gaya (pehla parcel { $example }, line { $line }).

error-imports-no-file = { $name } khul nahi payi ({ $why }). Naam dekh kar dobara koshish kijiye.
error-imports-workbook = { $name } Excel workbook hai. Use "CSV UTF-8" mein save kijiye, ya seedhe CSV mein dobara export kijiye.
error-imports-packed = { $name } compressed hai. Use kholiye aur andar ki CSV file import kijiye.
error-imports-not-text = { $name } aisi text file nahi jo hum padh saken. "CSV UTF-8" mein dobara export kijiye.
error-imports-empty = { $name } khaali hai. Kam se kam ek row ke saath dobara export kijiye.
error-imports-quotes = { $name } mein line { $line } par ya uske baad ka quotation mark theek nahi: band nahi hua, ya uske baad kuch likha hai. Kuch bhi import nahi hua. Wahan theek kijiye ya file dobara export kijiye.
error-imports-columns = { $kind ->
    [orders] { $name } order export nahi hai, ye columns nahi hain: { $missing }. Shopify ka apna export (Orders > Export > Plain CSV file) jaisa aata hai waisa chalega.
   *[ndr] { $name } NDR report nahi hai, ye columns nahi hain: { $missing }. Shiprocket panel ki NDR report CSV mein jaisi aati hai waisi chalegi.
}
error-imports-other-kind = { $other ->
    [orders] { $name } order export hai, NDR report nahi. Ise orders ki tarah import kijiye.
   *[ndr] { $name } NDR report hai, order export nahi. Ise ndr ki tarah import kijiye.
}

error-imports-rounded = { $column } mein { $cell } hai: spreadsheet ne number round kar diya aur aakhri ank kho gaye. Report dobara export kijiye aur Excel mein khole-save kiye bina import kijiye.
error-imports-too-long = { $column } { $longest } akshar se lamba hai. Chhota karke row dobara import kijiye.
error-imports-no-amount = { $column } mein "{ $cell }" hai, jo ek hi tarah se padhi jaane wali rakam nahi. 1234.50 jaisa likhiye.
error-imports-no-count = { $column } mein "{ $cell }" hai, jo poora number nahi. 2 jaisa likhiye.
error-imports-no-date = { $column } mein "{ $cell }" hai, ye date hum padh nahi paaye. 2026-11-22 14:03:11 +0530 jaisa likhiye.
error-imports-two-dates = { $column } mein { $cell } hai, jo { $one } ya { $other } ho sakta hai. Bataiye is file mein date din se shuru hoti hai ya mahine se, phir row dobara import kijiye.
error-imports-date-order = { $column } mein { $cell } hai, jo is file ke liye bataye gaye din-mahine ke kram se ulta hai. 2026-11-22 jaisa likhiye.
error-imports-too-wide = Row mein { $cells } cells hain, par file mein { $columns } columns. Comma wale text ko quotation marks mein rakhiye.
error-imports-currency = Order { $theirs } mein hai, par shop ka hisaab { $ours } mein hai. Aise orders abhi nahi liye ja sakte.
error-imports-status = Financial Status "{ $financial }" aur Fulfillment Status "{ $fulfillment }" hum nahi jaante. Ye chalenge: paid, pending, authorized, partially_paid, partially_refunded, refunded, voided, expired, saath mein fulfilled, partial, unfulfilled ya khaali.
error-imports-no-number = { $column } khaali hai, order pehchana nahi ja sakta. Number bhariye.
error-imports-no-first-row = Order { $number } ki total wali row nahi hai ya theek upar nahi hai. Ek order ki saari rows saath rakhiye.
error-imports-two-orders = Order { $number } ki rows mein { $column } alag hai: shayad do orders ka ek hi number hai. Ek ko doosra number dijiye.
error-imports-no-lines = Order { $number } mein koi item nahi. Items ke saath dobara export kijiye.
error-imports-told-twice = Order { $number } file mein lagataar do baar hai aur lines ka jod nahi milta. Ek hata dijiye.
error-imports-negative = { $amount } zero se kam hai. Rakam theek karke row dobara import kijiye.
error-imports-sum = Total { $total } hai, par hisse milkar { $parts } hote hain: { $difference } ka hisaab nahi milta. Rakam theek karke order dobara import kijiye.
error-imports-other-order = Number { $number } yahan kisi aur order ka hai ({ $channel } se). Ek ko doosra number dijiye.
error-imports-no-awb = { $column } khaali hai, parcel pehchana nahi ja sakta. AWB bhariye.
error-imports-no-reason = { $column } khaali hai, delivery kyon fail hui pata nahi chalta. Courier ka reason bhariye.
error-imports-payment = { $column } mein "{ $cell }" hai. COD ya Prepaid likhiye.
error-imports-unknown-parcel = Shop na parcel { $awb } ko jaanti hai na order { $number } ko. Pehle orders import kijiye, ya report mein order number, customer, phone ya address, payment method aur order value rakhiye.
error-imports-may-not-add = Shop order { $number } ko nahi jaanti, aur aapke role ko orders jodne ki permission nahi. Manager se pehle orders import karwaiye.
