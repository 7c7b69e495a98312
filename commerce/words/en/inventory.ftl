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

stock-day = { $day }
stock-never-sold = Never
stock-dead-found = { $count ->
    [0] Everything on the shelves that is older than that sold within the last { $days } days.
   *[other] { $count ->
        [one] 1 variant has
       *[other] { $count } variants have
    } not sold for { $days } days or more: { $pieces ->
        [one] 1 piece
       *[other] { $pieces } pieces
    }, { $value } at cost. Most money lies in { $first }.
}
stock-dead-title = Not sold for { $days } days
stock-dead-note = { $shown } of { $count }; { $value } of { $all } of stock at cost. Cancelled and failed orders sold nothing; what came in within those { $days } days is left out.
stock-column-value = Value at cost
stock-column-last-sold = Last sold
stock-column-unsold-days = Days unsold

stock-adjust-title = Change the stock of { $place }?
stock-adjusted = { $place }: { $before } → { $after } on hand.
stock-difference-reason = Because
stock-warning-oversold = { $reserved } pieces at { $place } are promised to open orders; only { $pieces } will lie there.
stock-reason-count = Counted
stock-reason-received = Received
stock-reason-return = Returned by a customer
stock-reason-found = Found
stock-reason-damage = Damaged
stock-reason-lost = Lost
stock-reason-expired = Expired
stock-reason-sample = Sample or own use
stock-reason-other = Other
error-stock-how = Shall { $pieces } pieces be added, taken off, or is that what lies there now? Say “add { $pieces }”, “remove { $pieces }” or “set to { $pieces }”.
error-stock-below-zero = Only { $pieces } pieces lie at { $place }, so { $taken } cannot be taken off. After a count say “set to” with what is there.
error-stock-same = { $place } has { $pieces } pieces already; nothing would change.
error-stock-moved-on = { $place } has { $pieces } pieces now: something came or went since, so it was not undone. Set it to what is there.
error-product-which-variant = { $product } has several sizes or colours. Which one?
error-warehouse-which = In which warehouse?
error-no-warehouse = The shop has no warehouse yet, so nothing can lie there. A stock list brings warehouses in.
