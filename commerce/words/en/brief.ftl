brief-title = What matters now
brief-says = { $count ->
    [0] Nothing needs you right now.
    [one] One thing needs you.
   *[other] { $count } things need you, the most pressing first.
  }
brief-column-what = What
brief-column-value = At stake
brief-value = { $value }
brief-parcels_due = { $count ->
    [one] One undelivered parcel must be answered today
   *[other] { $count } undelivered parcels must be answered today
  }{ $late ->
    [0] {""}
   *[other] , { $late } overdue
  }
brief-parcels_nobodys = { $count ->
    [one] One undelivered parcel is nobody’s
   *[other] { $count } undelivered parcels are nobody’s
  }
brief-parcels_late = { $count ->
    [one] One parcel is late or stuck
   *[other] { $count } parcels are late or stuck
  }
brief-orders_risky = { $count ->
    [one] One open order will rather come back than not
   *[other] { $count } open orders will rather come back than not
  }
brief-stock_out = { $count ->
    [one] One product runs out within a week
   *[other] { $count } products run out within a week
  }
brief-approvals = { $count ->
    [one] One change waits for your yes
   *[other] { $count } changes wait for your yes
  }
brief-open-parcels_due = Show parcels due today
brief-open-parcels_nobodys = Show unassigned parcels
brief-open-parcels_late = Show late parcels
brief-open-orders_risky = Show risky orders
brief-open-stock_out = Show what runs out
brief-open-approvals = Show what waits for me
profit-says = { $profit } are left of { $sales } from { $orders } orders, { $first } to { $last }, before advertising, salaries and rent.{ $unknown ->
    [0] {""}
   *[other] {" "}The cost of { $unknown }% of the goods is not entered.
  }
profit-title = Profit and loss, { $first } to { $last }
profit-column-what = Of the orders placed
profit-column-amount = Amount
profit-amount = { $amount }
profit-line-sales = Sales, with GST
profit-line-returned = − came back
profit-line-refunds = − refunds
profit-line-gst = − GST
profit-line-goods = − cost of goods
profit-line-commission = − commission and payment fees
profit-line-shipping = − freight out and back
profit-line-profit = Left over
profit-note = Commission and freight are reckoned by the shop’s price rules. Advertising, salaries and rent are not recorded here.{ $unknown ->
    [0] {""}
   *[other] {" "}Cost unknown for { $unknown }% of the goods.
  }
brief-alerts = { $count ->
    [one] One alert is open
   *[other] { $count } alerts are open
  }
brief-open-alerts = Show alerts
