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

# What a price should be, and what another would bring.
price-why-not = { $why ->
    [untrained] nothing has been learnt of how it sells at other prices yet
    [flat-price] its price has hardly ever moved
    [few-prices] it was sold at too few different prices
    [few-sales] too few pieces were sold
    [short-history] it has not been on sale for long enough
    [unsold] nothing of it was sold in the last 30 days
   *[unsure] its sales followed the price too unclearly
}
price-advice-says = { $verdict ->
    [raise] { $title }: raise the price from { $price } to { $best }. That should bring about { $gain } more profit in 30 days (80% sure between { $low } and { $high }), with about { $pieces } pieces instead of { $sold }.
    [lower] { $title }: lower the price from { $price } to { $best }. That should bring about { $gain } more profit in 30 days (80% sure between { $low } and { $high }), with about { $pieces } pieces instead of { $sold }.
    [keep] { $title }: keep { $price }. No other price within your limits would bring more profit by more than chance.
   *[unknown] { $title }: I cannot say what another price than { $price } would bring: { price-why-not }.
}
price-advice-step = Go there in steps: { $step } first, then look again after a week.
price-advice-markdown = It lies in stock and was not sold for 90 days: a markdown in { $steps ->
    [one] one step to { $first }
   *[other] { $steps } steps, two weeks apart, from { $first } down to { $last }
} could clear it.
price-simulated-says = { $known ->
    [1] { $title } at { $price } instead of { $today }: about { $pieces } pieces in 30 days instead of { $sold }, and { $gain } { $side ->
        [less] less
       *[more] more
    } profit (80% sure between { $low } and { $high }). A piece leaves { $unit } after GST of { $gst }%.
   *[other] { $title } at { $price } instead of { $today }: a piece leaves { $unit } after GST of { $gst }%, a margin of { $margin }%. What would sell I cannot say: { price-why-not }.
}
price-warning-far = This moves the price by { $percent }% at once; more than 20% in a day should be looked at twice.
price-warning-step = This moves the price by { $percent }%; your limit for a day is { $most }%.
price-warning-tax = Above { $step } GST is 18% instead of 5%.{ $worse ->
    [1] { " " }A piece then leaves { $less } less than at { $step }.
   *[other] { "" }
}
price-warning-band = This is { $percent }% { $side ->
    [below] below
   *[above] above
} what competitors ask on average ({ $usual }).
price-warning-rest = The price was changed { $days ->
    [0] today
    [one] yesterday
   *[other] { $days } days ago
} already; you let { $rest } days pass between changes.
price-row-now = Now
price-row-then = Then
price-row-step = First step
price-row-best = Best
price-column-choice = Choice
price-column-pieces = Pieces in 30 days
price-column-margin = Margin
price-column-profit = Profit in 30 days
price-column-gain = Gain
price-range = { $value } ({ $low } to { $high })
price-percent = { $percent }%
price-effects-note = In brackets the range that holds in 8 of 10 cases. Profit is after GST, cost, commission, shipping and what comes back.
price-button-set = Set to { $price }
price-parts-title = What makes up the gain
price-part-price = Price of a piece
price-part-gst = GST
price-part-commission = Commission
price-part-returns = What comes back
price-part-costs = Cost and shipping
price-part-pieces = More or fewer pieces
price-curve-title = Profit in 30 days by price
price-curve-alt = { $title }: profit in 30 days at prices from { $low } to { $high }, with its 80% range.
price-curve-profit = Profit
price-curve-low = Low end
price-curve-high = High end
price-mark-now = Today
price-mark-best = Best
price-mark-mrp = MRP
price-mark-rival = Cheapest competitor
price-why-title = What this rests on
price-why-elasticity = 1% more price sells about { $value }% fewer pieces (80% sure between { $low } and { $high }), from { $sold } pieces at { $prices } prices; for { $category } it is { $usual }%.{ $strong ->
    [1] { " " }That is suspiciously strong: do not expect it of a lasting change.
   *[other] { "" }
}
price-why-costs = Cost { $cost }, commission { $commission }%, shipping { $shipping } out and { $back } back, { $returns }% come back. Commission and shipping are what your price rules say.
price-guard = { $guard ->
    [mrp] Held by the MRP.
    [margin_floor] Held by your least margin.
    [competitors] Held by what competitors ask.
    [tax_cliff] Kept at or below ₹2,500: above it GST is 18% instead of 5%.
    [daily_step] More than your limit for a day: so in steps.
   *[far] Held at 20% from today's price: nobody has seen what buyers do beyond.
}

# Changing prices.
price-set-title = Price of { $sku }
price-set-says = { $later ->
    [1] { $sku } will cost { $price } from { $day } on.
   *[other] { $sku } costs { $price } now, { $before } before.
}
price-cancel-title = Call off the planned price of { $sku }
price-cancelled-says = { $sku } will not change to { $price } on { $day }.
price-difference-day = From
price-day = { $day }
price-changes-says = { $count ->
    [0] No price was changed in the last { $days } days
    [one] 1 price change in the last { $days } days
   *[other] { $count } price changes in the last { $days } days
}; { $planned ->
    [0] none is planned.
    [one] 1 is planned.
   *[other] { $planned } are planned.
}{ $measured ->
    [0] { "" }
   *[other] { " " }Of { $measured } it can be said what they did.
}
price-changes-title = Price changes
price-changes-note = The effect is the change of pieces beyond that of the rest of the category, with the range that holds in 8 of 10 cases; it is measured from two weeks after a change on.
price-column-product = Product
price-column-when = When
price-column-before = Before
price-column-status = Status
price-column-effect = Effect on pieces
price-measured = { $value }% ({ $low } to { $high }%)
price-status-Scheduled = Planned
price-status-Applied = Done
price-status-Cancelled = Called off
price-status-Refused = Refused
error-price-nothing = A price must be more than nothing. Say an amount such as 749.
error-price-above-mrp = { $price } is above the MRP of { $mrp }, which the law forbids. Choose { $mrp } or less.
error-price-below-floor = { $price } leaves less than your least margin of { $percent }%. The lowest price that keeps it is { $floor }.
error-price-same = { $title } costs { $price } already.
error-price-day = A price can be planned from tomorrow on, up to a year ahead; { $day } is not.
error-price-moved-on = The price was changed again since: it is { $price } now, so it was left as it is.
error-price-plan-moved-on = What was planned has changed since, or its day has come, so it was left as it is.
error-price-nothing-planned = No other price is planned for { $title }. Ask for the price changes to see what is.
