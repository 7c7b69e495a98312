standing-list-found = { $count ->
    [0] { $kind }: nobody now.
    [one] { $kind }: 1 customer, { $spent } kept in all. First by { $sort }: { $first }.
   *[other] { $kind }: { $count } customers, { $spent } kept in all. First by { $sort }: { $first }.
}
standing-list-note = { $shown } of { $count }. On delivered orders alone.
standing-sort-spent = money
standing-sort-orders = orders
standing-sort-recent = latest order
standing-sort-returns = parcels refused
standing-sort-lifetime_value = worth in the next 12 months
standing-sort-churn = chance to stay away
standing-column-segment = Segment
standing-column-delivered = Delivered
standing-column-last = Last order
standing-column-away = May stay away
standing-title = How they stand
standing-silence = { $gap ->
    [0] Last delivered order { $days } days ago
   *[other] Last delivered order { $days } days ago; usually every { $gap } days
}{ $write ->
    [yes] { "" } · worth writing to now
   *[no] { "" }
}
standing-fifths = R{ $r } F{ $f } M{ $m }
standing-orders = { $low } to { $high } orders
standing-metric-health = Health, of 100
standing-metric-segment = Segment
standing-metric-away = May stay away
standing-metric-worth = Worth, next 12 months
standing-metric-next = Next order by
standing-meaning-health = 50, and points for how lately, how often and for how much they bought, and for what came back.
standing-meaning-segment = Fifths of this shop's customers by recency, frequency and money, on delivered orders alone; 5 is best.
standing-meaning-away = Chance of no delivered order within { $days } days.
standing-meaning-worth = Delivered orders to expect, in money of today; in four of five cases the orders lie between these.
standing-meaning-next = By then half of the customers like this one will have ordered again; – where half never will.
standing-health-chart = What makes the health
standing-why = Why they may stay away
standing-average = Customers on average: { $share }
standing-part = { $points } · { $what }
standing-rest = everything else
standing-sum = This customer: { $share }
standing-if-bought = An order today would bring it from { $now } to { $then }.

reason-health-recency = how lately they bought: { $value } of 5
reason-health-frequency = how often they bought: { $value } of 5
reason-health-money = for how much they bought: { $value } of 5
reason-health-came-back = { $value } of { $seen } orders came back
reason-silence_days = { $value } days since the last order
reason-silence_gaps = { $known ->
    [no] no usual gap yet, bought once
   *[yes] silent for { $value } of their usual gaps
}
reason-purchases = { $value } delivered orders
reason-lately = { $value } of them in the last 90 days
reason-known_days = a customer for { $value } days
reason-mean_value = ₹{ $value } an order
reason-parcels_refused = { $value } parcels refused

standing-kind-champions = Champions
standing-meaning-champions = Bought lately, often and for much.
standing-kind-loyal = Loyal
standing-meaning-loyal = Buy often and for much.
standing-kind-potential_loyalist = Potential loyalists
standing-meaning-potential_loyalist = Bought lately, and more than once.
standing-kind-newcomer = New customers
standing-meaning-newcomer = Bought lately for the first time.
standing-kind-promising = Promising
standing-meaning-promising = Bought not long ago, once and for little.
standing-kind-need_attention = Need attention
standing-meaning-need_attention = Middling in all, and getting quiet.
standing-kind-about_to_sleep = About to sleep
standing-meaning-about_to_sleep = Bought little, and some time ago.
standing-kind-at_risk = At risk
standing-meaning-at_risk = Bought often once, and not for long now.
standing-kind-cant_lose = Can't lose them
standing-meaning-cant_lose = Among the best once, and silent for long.
standing-kind-hibernating = Hibernating
standing-meaning-hibernating = Bought little, and long ago.
standing-kind-lost = Lost
standing-meaning-lost = Bought least, and longest ago.
standing-kind-win_back = To win back
standing-meaning-win_back = Came back at least twice, and have been silent for two of their usual gaps and 30 days.

buyer-kind-vip = { customer-segment-vip }
buyer-kind-new = { customer-segment-new }
buyer-kind-repeat = { customer-segment-repeat }
buyer-kind-one_time = { customer-segment-one_time }
buyer-kind-lapsed = { customer-segment-lapsed }
buyer-kind-frequent_returners = { customer-segment-frequent_returners }
buyer-kind-champions = { standing-kind-champions }
buyer-kind-loyal = { standing-kind-loyal }
buyer-kind-potential_loyalist = { standing-kind-potential_loyalist }
buyer-kind-newcomer = { standing-kind-newcomer }
buyer-kind-promising = { standing-kind-promising }
buyer-kind-need_attention = { standing-kind-need_attention }
buyer-kind-about_to_sleep = { standing-kind-about_to_sleep }
buyer-kind-at_risk = { standing-kind-at_risk }
buyer-kind-cant_lose = { standing-kind-cant_lose }
buyer-kind-hibernating = { standing-kind-hibernating }
buyer-kind-lost = { standing-kind-lost }
buyer-kind-win_back = { standing-kind-win_back }
buyer-sort-spent = { customer-sort-spent }
buyer-sort-orders = { customer-sort-orders }
buyer-sort-recent = { customer-sort-recent }
buyer-sort-returns = { customer-sort-returns }
buyer-sort-lifetime_value = { standing-sort-lifetime_value }
buyer-sort-churn = { standing-sort-churn }
