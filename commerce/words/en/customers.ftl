customer-says = { $name }: { $orders ->
    [0] no orders yet.
    [one] 1 order, { $spent } bought ({ $cod } COD, { $prepaid } prepaid).
   *[other] { $orders } orders, { $spent } bought ({ $cod } COD, { $prepaid } prepaid).
}{ $ended ->
    [0] { "" }
   *[other] { " " }Of { $ended } that have ended, { $returned } were returned and { $refused } refused.
}{ $last ->
    [none] { "" }
   *[other] { " " }Last order { $last } on { $placed }: { $status }.
}{ $parcels ->
    [0] { "" }
    [one] { " " }1 parcel is open.
   *[other] { " " }{ $parcels } parcels are open.
}
customer-number = { $number }
customer-amount = { $amount }
customer-day = { $day }
customer-of = { $count } of { $of }
customer-payment = { $cod } COD, { $prepaid } prepaid
customer-since = { $first ->
    [none] No order that was kept
   *[other] Since { $first }
}{ $segments ->
    [none] { "" }
   *[other] { " " }· { $segments }
}
customer-choice = { $name }, { $city } (order { $number })
customer-reached = Contact and addresses
customer-best-time = Best time to write: { $first } to { $end }. { $of ->
    [customer] { $share } of what they order and write by day falls there (n = { $n }, { $low } to { $high }).
   *[shop] { $share } of this shop's orders by day fall there; of theirs too few are known.
}
customer-orders = Latest orders
customer-orders-note = { $shown } of { $count }.
customer-parcels = Open parcels
customer-all = Customers

customer-metric-orders = Orders
customer-metric-spent = Bought
customer-metric-payment = Payment
customer-metric-returned = Returned
customer-metric-refused = Refused
customer-meaning-orders = All orders placed, whatever became of them.
customer-meaning-spent = Orders neither cancelled nor come back, less refunds.
customer-meaning-payment = Of all orders placed.
customer-meaning-returned = Sent back after delivery, of the orders that ended (delivered, returned or refused).
customer-meaning-refused = Returned to origin, of the orders that ended (delivered, returned or refused).

customer-list-found = { $count ->
    [0] There are no { $segment ->
        [vip] VIP customers
        [new] new customers
        [repeat] repeat customers
        [one_time] one-time buyers
        [lapsed] lapsed customers
        [frequent_returners] frequent returners
       *[none] customers who ordered
    } now.
   *[other] { $count } { $segment ->
        [vip] { $count ->
            [one] VIP customer
           *[other] VIP customers
        }
        [new] { $count ->
            [one] new customer
           *[other] new customers
        }
        [repeat] { $count ->
            [one] repeat customer
           *[other] repeat customers
        }
        [one_time] { $count ->
            [one] one-time buyer
           *[other] one-time buyers
        }
        [lapsed] { $count ->
            [one] lapsed customer
           *[other] lapsed customers
        }
        [frequent_returners] { $count ->
            [one] frequent returner
           *[other] frequent returners
        }
       *[none] { $count ->
            [one] customer
           *[other] customers
        }
    }, { $spent } bought in all. { $sort ->
        [spent] Most spent
        [orders] Most orders
        [recent] Latest order
       *[returns] Most came back
    }: { $first }.
}
customer-list-note = { $shown } of { $count }, { $sort } first.
customer-sort-spent = most spent
customer-sort-orders = most orders
customer-sort-recent = latest order
customer-sort-returns = most returned or refused
customer-segment-vip = VIP
customer-segment-new = New
customer-segment-repeat = Repeat
customer-segment-one_time = One-time
customer-segment-lapsed = Lapsed
customer-segment-frequent_returners = Frequent returner
customer-segment-meaning-vip = VIP: bought { $bought } times or more, the last time within { $last } days; what was cancelled or came back is not counted.
customer-segment-meaning-new = New: first order within { $first } days; what was cancelled or came back is not counted.
customer-segment-meaning-repeat = Repeat: bought { $bought } times or more; what was cancelled or came back is not counted.
customer-segment-meaning-one_time = One-time: bought once; what was cancelled or came back is not counted.
customer-segment-meaning-lapsed = Lapsed: bought before, and no order for { $before } days.
customer-segment-meaning-frequent_returners = Frequent returner: at least { $back } orders returned or refused, and at least { $percent }% of those that ended.

customer-column-number = Order
customer-column-status = Status
customer-column-placed = Placed
customer-column-total = Total
customer-column-awb = AWB
customer-column-courier = Courier
customer-column-name = Customer
customer-column-orders = Orders
customer-column-spent = Bought
customer-column-came-back = Came back
customer-column-last = Last order

customer-button-order = Order
customer-button-order-says = Show order { $subject }
customer-button-parcel = Track
customer-button-parcel-says = Track parcel { $subject }
customer-button-show = Show
customer-button-show-says = Show customer { $subject }

error-customer-which = { $count } customers fit { $customer }. Which one?
