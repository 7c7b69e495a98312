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
