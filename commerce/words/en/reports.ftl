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
error-report-same-dimension = Both sides of the table would be { $dimension }. Name two different ones, or one.
error-report-retention = Customers who come back are shown by the month of their first order alone; leave the other splits out.
error-report-columns = So long a period has too many columns by { $dimension }. Ask for a shorter one, or for months.
error-report-too-many = That would be { $count } rows by { $dimension }. Ask for a shorter period, or for weeks or months.
error-report-no-change = { $metric } has no past to compare with. Changes can be explained of orders, revenue, parcels and their rates.
error-report-no-split = A change of { $metric } cannot be taken apart by { $dimension }, since its parts do not add up. Try channel, payment, courier or state.
