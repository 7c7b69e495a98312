reports-title = Business summary
reports-span = { $days ->
    [1] { $first }
   *[other] { $name ->
        [all] Since the beginning
       *[other] { $first } to { $last }
    }
}{ $name ->
    [all] { "" }
   *[other] { $days ->
        [1] , compared with { $until }
       *[other] , compared with { $before } to { $until }
    }
}
reports-summary = { $period ->
    [today] Today
    [yesterday] Yesterday
    [all] In all
   *[other] { $days ->
        [1] On { $first }
       *[other] From { $first } to { $last }
    }
}: { $count ->
    [one] 1 order
   *[other] { $orders } orders
}, revenue { $revenue }{ $change ->
    [none] { "" }
   *[other] { " " }({ $change })
}, average order { $aov }. NDR rate { $ndr_rate }, RTO rate { $rto_rate }.{ $open ->
    [none] { "" }
   *[other] { " " }{ $open } of the parcels sent are still on the way, so the RTO rate is not final.
}
reports-nothing = –
reports-change = { $direction ->
    [up] up { $by }
    [down] down { $by }
   *[same] unchanged
}
reports-change-points = { $direction ->
    [up] up { $points } { $number ->
        [one] point
       *[many] points
    }
    [down] down { $points } { $number ->
        [one] point
       *[many] points
    }
   *[same] unchanged
}
reports-not-final = { $open } of these parcels are still on the way, so this is not final.
reports-rows-orders = Show the orders
reports-rows-revenue = Show the orders not cancelled
reports-rows-kept_orders = Show the orders not cancelled
reports-rows-cod_orders = Show the COD orders
reports-rows-cancelled_orders = Show the cancelled
reports-rows-delivered = Show the parcels delivered
reports-rows-failed_once = Show those that failed once
reports-rows-delivered_first = Show those delivered at once
reports-rows-cohort_delivered = Show those delivered
reports-rows-cohort_rto = Show those returned
reports-rows-cod_rto = Show the COD returns
reports-rows-prepaid_rto = Show the prepaid returns
reports-rows-says = Show what is behind: { $metric }
reports-trend-title = Revenue by { $by ->
    [month] month
   *[day] day
}
reports-trend-alt = Revenue from { $first } to { $last }: { $total } in all, the most { $most } on { $day }.

reports-metric-orders = Orders
reports-metric-revenue = Revenue
reports-metric-aov = Average order value
reports-metric-cod_share = COD share
reports-metric-cancelled = Cancelled
reports-metric-delivered = Delivered
reports-metric-ndr_rate = NDR rate
reports-metric-first_attempt_rate = Delivered at first attempt
reports-metric-delivery_success = Delivery success
reports-metric-rto_rate = RTO rate
reports-metric-cod_rto_rate = RTO rate, COD
reports-metric-prepaid_rto_rate = RTO rate, prepaid

reports-meaning-orders = Orders placed in the period, whatever became of them.
reports-meaning-revenue = Total of the orders placed in the period and not cancelled, GST and shipping included, before refunds.
reports-meaning-aov = Revenue divided by the orders that were not cancelled.
reports-meaning-cod_share = Share of the orders placed that are cash on delivery.
reports-meaning-cancelled = Orders placed in the period and cancelled since.
reports-meaning-delivered = Parcels delivered in the period, whenever they were sent.
reports-meaning-ndr_rate = Of the parcels that first went out for delivery in the period, the share with at least one failed attempt.
reports-meaning-first_attempt_rate = Of the first attempts made in the period, the share that delivered.
reports-meaning-delivery_success = Of the parcels sent in the period that have ended, the share delivered; the rest came back or was lost.
reports-meaning-rto_rate = Of the parcels sent in the period and decided, the share returned to origin.
reports-meaning-cod_rto_rate = The RTO rate of cash-on-delivery parcels alone.
reports-meaning-prepaid_rto_rate = The RTO rate of prepaid parcels alone.

error-report-dimension = { $metric } cannot be split by { $dimension }. It can be split by { $known }.
error-report-filter = { $metric } cannot be narrowed down by { $dimension }. It can be by { $known }.
error-report-same-dimension = Both sides of the table would be { $dimension }. Name two different ones, or one.
error-report-retention = Customers who come back are shown by the month of their first order alone; leave the other splits out.
error-report-columns = So long a period has too many columns by { $dimension }. Ask for a shorter one, or for months.
error-report-too-many = That would be { $count } rows by { $dimension }. Ask for a shorter period, or for weeks or months.
error-report-no-change = { $metric } has no past to compare with. Changes can be explained of orders, revenue, parcels and their rates.
error-report-no-split = A change of { $metric } cannot be taken apart by { $dimension }, since its parts do not add up. Try channel, payment, courier or state.

reports-now = now
reports-days = { $name ->
    [all] since the beginning
    [today] today
    [yesterday] yesterday
   *[other] { $days ->
        [1] { $first }
       *[other] { $first } to { $last }
    }
}
reports-report-title = { $metric } by { $dimension }{ $second ->
    [none] { "" }
   *[other] { " " }and { $second }
}{ $what ->
    [none] { "" }
   *[other] { " " }({ $what })
}
reports-report = { $title }, { $days }: { $total } { $kind ->
    [sum] in all
   *[share] overall
}{ $change ->
    [none] { "" }
   *[other] , { $change }
}. { $kind ->
    [sum] Most
   *[share] Highest
}: { $most } with { $most_value }{ $share ->
    [none] { "" }
   *[other] { " " }({ $share })
}{ $least ->
    [none] .
   *[other] ; { $kind ->
        [sum] least
       *[share] lowest
    }: { $least } with { $least_value }.
}{ $open ->
    [none] { "" }
   *[other] { " " }{ $open } of the parcels sent are still on the way, so this is not final.
}
reports-report-empty = { $title }, { $days }: there is nothing to count.
reports-total = Total
reports-average = Average
reports-others = { $count ->
    [one] 1 other
   *[other] { $count } others
}
reports-column-of = Of
reports-column-share = Share
reports-column-before = Before
reports-column-change = Change
reports-note-days = { $days }{ $before ->
    [none] .
   *[other] , compared with { $before }.
}
reports-note-overlaps = An order of several of these is counted in each, so the rows come to more than the total.
reports-note-few = Those of fewer than { $count } come last: their shares are mostly chance.
reports-note-more = { $count } more are not shown.
reports-row-says = Show what is behind: { $metric }, { $what }
reports-button-more = Show more rows
reports-button-more-says = Show more rows of { $metric }
reports-button-why = Why did it change?
reports-button-why-says = Why did { $metric } change?
reports-button-why-short = Why?
reports-key-none = { $dimension ->
    [courier] Not sent yet
    [warehouse] No warehouse
    [product] Unknown product
    [category] Unknown category
    [ndr_reason] Without a failed attempt
    [agent] Nobody
   *[other] Unknown
}
reports-key-whole-orders = Shipping and discounts on whole orders
reports-key-others = Others
reports-key-week = Week of { $monday }
reports-month-since = Month { $months }
reports-unfinished = { $share } …
reports-retention = { $count ->
    [0] No customer had a first delivered order { $days }.
   *[other] { $count ->
        [one] 1 customer
       *[other] { $count } customers
    } first ordered { $days }.{ $first ->
        [none] { "" }
       *[other] { " " }On average { $first } ordered again in the month after.
    }
}
reports-why = { $metric }, { $days } against { $before_days }: { $now } against { $before }{ $change ->
    [none] .
   *[other] { " " }({ $change }).
}{ $dimension ->
    [none] { "" }
   *[other] { " " }Most of it by { $dimension }: { $parts }.
}
reports-why-part = { $what } { $part }
reports-part = { $direction ->
    [up] +
   *[down] −
}{ $amount }
reports-part-points = { $direction ->
    [up] +
   *[down] −
}{ $points } { $number ->
    [one] point
   *[many] points
}
reports-why-title = Why { $metric } changed, by { $dimension }
reports-why-column-before = Before
reports-why-column-now = Now
reports-why-column-part = Part of the change
reports-why-column-rate = Own rate
reports-why-column-mix = Mix
reports-why-note = { $kind ->
    [sum] The parts add up to the change exactly.
   *[share] The parts add up to the change exactly: by its own rate, where it did better or worse itself; by the mix, where there was more or less of it.
}

reports-by-day = Day
reports-by-week = Week
reports-by-month = Month
reports-by-hour = Hour
reports-by-weekday = Weekday
reports-by-channel = Channel
reports-by-payment = Payment
reports-by-payment_method = Payment method
reports-by-status = Status
reports-by-courier = Courier
reports-by-product = Product
reports-by-category = Category
reports-by-city = City
reports-by-state = State
reports-by-pincode = Pincode
reports-by-ndr_reason = NDR reason
reports-by-warehouse = Warehouse
reports-by-cohort = Month of first order
reports-by-agent = Agent

reports-metric-quantity = Pieces sold
reports-metric-customers = Customers
reports-metric-discounts = Discounts
reports-metric-refunds = Refunds
reports-metric-gross_margin = Gross margin
reports-metric-margin_rate = Margin rate
reports-metric-parcels_sent = Parcels sent
reports-metric-rto_parcels = Parcels returned (RTO)
reports-metric-lost_parcels = Parcels lost
reports-metric-ndr_cases = NDR cases
reports-metric-ndr_recovered = Delivered after NDR
reports-metric-stock_units = Pieces in stock
reports-metric-stock_value = Stock value
reports-metric-retention = Customers who come back

reports-meaning-quantity = Pieces of the orders placed in the period and not cancelled.
reports-meaning-customers = Different customers of the orders not cancelled.
reports-meaning-discounts = Discounts on the orders not cancelled.
reports-meaning-refunds = Given back so far of the orders placed in the period.
reports-meaning-gross_margin = Of the order lines whose cost is known: what they sold for without GST, less what they cost today.
reports-meaning-margin_rate = Gross margin divided by what those lines sold for without GST.
reports-meaning-parcels_sent = Parcels made in the period and not cancelled.
reports-meaning-rto_parcels = Of the parcels sent in the period, those returned to origin.
reports-meaning-lost_parcels = Of the parcels sent in the period, those that the courier lost.
reports-meaning-ndr_cases = Undelivered-parcel cases opened in the period.
reports-meaning-ndr_recovered = Of the cases opened in the period and decided, the share delivered after all.
reports-meaning-stock_units = Pieces that lie in the warehouses now.
reports-meaning-stock_value = What the pieces in the warehouses cost.
reports-meaning-retention = Of the customers whose first delivered order was in a month, the share with a delivered order placed so many months later. A month marked … is not over yet; the average leaves it out.
reports-counted-at = Counted at { $at }.
