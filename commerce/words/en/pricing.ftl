price-says = { $title }: our price { $price }, MRP { $mrp }. { $rivals ->
    [0] No competitor's price is known.
   *[other] Cheapest elsewhere: { $rival }, { $theirs } ({ $side ->
        [below] below ours
        [above] above ours
       *[same] the same
    }; seen { $days ->
        [0] today
        [one] 1 day ago
       *[other] { $days } days ago
    }).{ $stale ->
        [0] { "" }
       *[other] { " " }{ $stale } of { $rivals } prices are old and may have changed.
    }
}
price-several = { $title } ({ $variants } variants): competitors' prices are known for { $compared }; for { $dearer } of those somebody is cheaper than we are.
price-amount = { $amount }
price-ours = Our price
price-mrp = MRP
price-title = { $title } ({ $sku })
price-column-who = Seller
price-column-price = Price
price-column-apart = Against ours
price-column-seen = Seen
price-apart = { $side ->
    [below] { $percent }% below
    [above] { $percent }% above
   *[same] same
}
price-age = { $days ->
    [0] today
    [one] 1 day ago
   *[other] { $days } days ago
}
price-note = { $rivals ->
    [0] No competitor's price is known for this.
   *[other] The latest price seen of each competitor. One older than { $stale_days } days may have changed.
}
