error-demand-no-rows = No row has both a date and a quantity. Check which columns hold them.
error-demand-one-day = All rows are of one day. A forecast needs a history of several weeks at least.
error-demand-too-far-apart = The rows are more than a month apart. Give days, weeks or months.
error-demand-too-few = { $count } { $spacing }s of history are too few to forecast from. Give at least { $needed }.
error-demand-too-few-to-judge = { $count } { $spacing }s of history are too few to forecast { $horizon } and judge them. Give { $needed } or more, or a shorter horizon.
error-demand-no-country = No calendar of { $country } is known. Give two letters such as IN or AE.
error-demand-not-learnt = No forecast has been made yet, so I will not guess. Run "superecom scores train" once; low_stock goes by the pace of the last 30 days meanwhile.
error-demand-not-sold = { $product } has sold too little to be forecast. check_stock shows what lies there.

demand-says = { $product }: about { $pieces ->
    [one] 1 piece
   *[other] { $pieces } pieces
} in the next { $days ->
    [one] day
   *[other] { $days } days
}, 8 times in 10 between { $low } and { $high }. { $back ->
    [0] { "" }
   *[other] About { $back } of them may come back.{ " " }
}{ $why ->
    [none] That is much like a usual stretch.
    [pace-up] Mainly because it sells faster now than over the year.
    [pace-down] Mainly because it sells slower now than over the year.
    [weekday-up] Mainly because of the weekdays in it.
    [weekday-down] Mainly because of the weekdays in it.
    [event-up] Mainly because of festivals and sales in it.
    [event-down] Mainly because the year had festivals and sales, and these days have fewer.
    [season-up] Mainly because of the season.
    [season-down] Mainly because the season is over.
    [price-up] Mainly because of its lower price.
    [price-down] Mainly because of its higher price.
   *[other] Several small things move it.
}
demand-revenue-says = About { $amount } of revenue in the next { $days ->
    [one] day
   *[other] { $days } days
}, 8 times in 10 between { $low } and { $high }, before returns. { $why ->
    [none] That is much like a usual stretch.
    [pace-up] Mainly because the shop sells faster now than over the year.
    [pace-down] Mainly because the shop sells slower now than over the year.
    [event-up] Mainly because of festivals and sales in it.
    [event-down] Mainly because the year had festivals and sales, and these days have fewer.
    [season-up] Mainly because of the season.
    [season-down] Mainly because the season is over.
   *[other] Several small things move it.
}
demand-reorder-says = { $count ->
    [0] Nothing needs to be bought now.
    [one] Buy { $first } again: { $cost }.
   *[other] Buy { $count } variants again, { $cost } in all; { $first } first.
}{ $left ->
    [0] { "" }
   *[other] { " " }{ $left } more do not fit the budget.
}{ $orphans ->
    [0] { "" }
   *[other] { " " }{ $orphans } run low and have no supplier.
}
demand-chart-title = { $product }: pieces a day
demand-revenue-title = Revenue a day
demand-chart-alt = What is expected a day from { $first } to { $last }, with its 80 % band.
demand-series-expected = Expected
demand-series-low = Low, 80 %
demand-series-high = High, 80 %
demand-why-title = Why
demand-column-what = What
demand-column-adds = Adds
demand-usual = { $days ->
    [one] A mean day of the last year
   *[other] { $days } mean days of the last year
}
demand-total = Expected
demand-note = All parts add up to what is expected. Learnt on { $on } from the shop's own sales.
demand-number = { $number }
demand-amount = { $amount }
demand-share = { $percent } %
demand-reorder-title = To buy again
demand-reorder-note = { $shown } of { $count }. Lasts { $days } days beyond the supplier's lead time, what comes back taken off. Risk = chance that it is sold out before an order placed today arrives; saves = margin that would be lost.
demand-column-sku = SKU
demand-column-title = Product
demand-column-supplier = Supplier
demand-column-free = Free
demand-column-buy = Buy
demand-column-cost = Cost
demand-column-risk = Risk
demand-column-saved = Saves
demand-button = Forecast
demand-button-says = Forecast for { $sku }
reason-demand-pace = It sells faster or slower now than over the year
reason-demand-weekday = Weekdays
reason-demand-payday = Days around payday
reason-demand-season = Time of the year
reason-demand-event = Festivals and sales
reason-demand-price = Price
reason-demand-promo = Promotion
reason-demand-pattern = Pattern of the last weeks
reason-demand-rest = Everything else
form-budget = Budget (₹)
