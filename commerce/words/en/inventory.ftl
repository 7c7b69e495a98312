stock-says = { $title }{ $variants ->
    [1] { "" }
   *[other] { " " }({ $variants } variants)
}: { $free ->
    [one] 1 piece free
   *[other] { $free } pieces free
} to sell ({ $on_hand } on hand, { $reserved } promised to orders).{ $out ->
    [0] { "" }
   *[other] { $variants ->
        [1] { " " }It is sold out.
       *[other] { " " }Sold out: { $out } of { $variants } variants.
    }
}
stock-note = Free = on hand less what is promised to open orders.
stock-number = { $number }
stock-amount = { $amount }
stock-place = { $code }, { $city }

stock-low-found = { $count ->
    [0] Nothing that sells will run out within { $days ->
        [one] 1 day
       *[other] { $days } days
    }.
   *[other] { $count ->
        [one] 1 variant is
       *[other] { $count } variants are
    } sold out or will be within { $days ->
        [one] 1 day
       *[other] { $days } days
    }; { $out } sold out already. Most urgent: { $first }.
}
stock-low-title = Running out within { $days ->
    [one] 1 day
   *[other] { $days } days
}
stock-low-note = { $shown } of { $count }. Days left = free pieces ÷ pieces sold a day over the last { $pace } days, without cancelled and failed orders. What did not sell is never low.

stock-column-sku = SKU
stock-column-title = Product
stock-column-warehouse = Warehouse
stock-column-on-hand = On hand
stock-column-reserved = Promised
stock-column-free = Free
stock-column-per-day = Sold a day
stock-column-days-left = Days left
stock-column-revenue = Revenue, 30 days

stock-button-check = Stock
stock-button-check-says = Stock of { $sku }

error-product-not-found = There is no product { $product }. Give its SKU, or a word of its title.
error-product-nearest = Nothing is called { $product }. Did you mean one of these?
error-product-ambiguous = Several products fit { $product }. Which one?
error-warehouse-not-found = There is no warehouse { $warehouse }. Those of the shop are { $known }.
error-warehouse-ambiguous = Several warehouses fit { $warehouse }. Which one?
