stock-says = { $title }{ $variants ->
    [1] { "" }
   *[other] { " " }({ $variants } variant)
}: { $free } piece bechne ke liye free ({ $on_hand } stock mein, { $reserved } order ke liye rakhe).{ $out ->
    [0] { "" }
   *[other] { $variants ->
        [1] { " " }Stock khatam hai.
       *[other] { " " }{ $variants } mein se { $out } variant khatam.
    }
}
stock-note = Free = stock mein jitna hai minus open orders ke liye rakha hua.
stock-number = { $number }
stock-amount = { $amount }
stock-place = { $code }, { $city }

stock-low-found = { $count ->
    [0] { $days } din mein bikne wala kuch khatam nahi hoga.
   *[other] { $count } variant khatam hain ya { $days } din mein ho jayenge; { $out } abhi khatam. Sabse urgent: { $first }.
}
stock-low-title = { $days } din mein khatam hone wala
stock-low-note = { $count } mein se { $shown }. Din bache = free piece ÷ pichle { $pace } din mein roz kitne bike, cancelled aur failed order chhod kar. Jo bika hi nahi wo low nahi ginte.

stock-column-sku = SKU
stock-column-title = Product
stock-column-warehouse = Warehouse
stock-column-on-hand = Stock mein
stock-column-reserved = Rakha hua
stock-column-free = Free
stock-column-per-day = Roz bikta
stock-column-days-left = Din bache
stock-column-revenue = Revenue, 30 din

stock-button-check = Stock
stock-button-check-says = { $sku } ka stock

error-product-not-found = Product { $product } nahi mila. SKU ya naam ka koi word dijiye.
error-product-nearest = { $product } naam ka kuch nahi hai. Inmein se koi?
error-product-ambiguous = { $product } se kai product milte hain. Kaunsa wala?
error-warehouse-not-found = Warehouse { $warehouse } nahi mila. Ye warehouse hain: { $known }.
error-warehouse-ambiguous = { $warehouse } se kai warehouse milte hain. Kaunsa wala?

stock-day = { $day }
stock-never-sold = Kabhi nahi
stock-dead-found = { $count ->
    [0] Isse purana jo bhi stock mein hai, sab pichle { $days } din mein bika hai.
   *[other] { $count } variant { $days } din ya zyada se nahi bike: { $pieces } piece, cost par { $value }. Sabse zyada paisa { $first } mein atka hai.
}
stock-dead-title = { $days } din se nahi bika
stock-dead-note = { $count } mein se { $shown }; cost par kul { $all } ke stock mein se { $value }. Cancelled aur failed order bikri nahi ginte; jo in { $days } din mein hi aaya wo shamil nahi.
stock-column-value = Cost par value
stock-column-last-sold = Aakhri bikri
stock-column-unsold-days = Kitne din se nahi bika

stock-adjust-title = { $place } ka stock badlein?
stock-adjusted = { $place }: stock { $before } → { $after }.
stock-difference-reason = Wajah
stock-warning-oversold = { $place } ke { $reserved } piece open orders ke liye rakhe hain; wahan sirf { $pieces } bachenge.
stock-reason-count = Ginti ki
stock-reason-received = Maal aaya
stock-reason-return = Customer se wapas
stock-reason-found = Mil gaya
stock-reason-damage = Kharab
stock-reason-lost = Kho gaya
stock-reason-expired = Expire ho gaya
stock-reason-sample = Sample ya apne kaam mein
stock-reason-other = Doosri wajah
error-stock-how = { $pieces } piece jodne hain, ghatane hain, ya abhi itne hi pade hain? “{ $pieces } add karo”, “{ $pieces } kam karo” ya “set to { $pieces }” boliye.
error-stock-below-zero = { $place } par sirf { $pieces } piece hain, { $taken } nahi ghata sakte. Ginti ke baad jitne hain utne “set” karwaiye.
error-stock-same = { $place } par pehle se { $pieces } piece hain; kuch nahi badlega.
error-stock-moved-on = { $place } par ab { $pieces } piece hain: beech mein kuch aaya ya gaya, isliye undo nahi kiya. Jitne hain utne set karwaiye.
error-product-which-variant = { $product } ke kai size ya colour hain. Kaunsa wala?
error-warehouse-which = Kis warehouse mein?
error-no-warehouse = Shop mein abhi koi warehouse nahi hai. Stock list import karne se warehouse aa jayenge.
