alerts-title = Alerts
alerts-says = { $count ->
    [0] Nothing is out of the ordinary.
    [one] One alert: { $first }
   *[other] { $count } alerts. First: { $first }
  }
alerts-column-number = No.
alerts-column-what = What
alerts-column-cause = Likely cause
alerts-column-status = Standing
alerts-column-value = At stake
alert-line-sales_drop = { $what }: { $seen } orders on { $day }, { $expected } were expected
alert-line-sales_spike = { $what }: { $seen } orders on { $day }, only { $expected } were expected
alert-line-stock_out = { $what }: { $count } left, new pieces take { $days } days
alert-line-performance = { $what }: { $seen }% of first attempts failed ({ $count } of { $of } since { $day }), usually { $expected }%
alert-line-sla = { $what }: { $count } due soon or likely to be late
alert-whole-shop = The whole shop
alert-lane = { $courier } to { $state }
alert-kind-sales_drop = Sales drop
alert-kind-sales_spike = Sales spike
alert-kind-stock_out = Stock running out
alert-kind-performance = Courier, payment or NDR performance
alert-kind-sla = Service levels
alert-status-open = Open
alert-status-acknowledged = Looked after
alert-status-snoozed = Snoozed
alert-status-resolved = As usual again
alert-place-nowhere = nowhere
alert-place-email = e-mail
alert-place-slack = Slack
alert-place-whatsapp = WhatsApp
alert-place-telegram = Telegram
alert-next-explain-change = Why?
alert-next-plan-reorder = Plan the reorder
alert-next-sla-breaches = Show what will be late
alert-next-list-ndr = Show the failed deliveries
alert-next-says = { $next } ({ $what })
alert-acknowledge = I look after { $number }
alert-acknowledge-says = I look after alert { $number }
alert-acknowledge-title = Look after alert { $number }
alert-acknowledged-says = { $name } looks after alert { $number }.
alert-snooze-title = Snooze alert { $number }
alert-snoozed-says = Alert { $number } is out of sight until { $until }.
alerts-set-title = Which alerts reach you
alerts-set-says = Done. Alerts go to { $where }, at most { $most } messages a day.
alerts-wish-kinds = Alerts
alerts-wish-channel = Where
alerts-wish-quiet = Quiet hours
alerts-wish-most-a-day = Messages a day
alerts-come = { $count ->
    [one] One new alert: { $first }
   *[other] { $count } new alerts. First: { $first }
  }
alerts-show = Show alerts
error-alert-not-found = No open alert is called { $named }; { $count } are open. Say its number from the list.
error-alert-which = { $count } alerts fit. Which one?
error-alert-acknowledged = Alert { $alert } is looked after already.
error-alert-moved-on = Alert { $alert } has changed since; look at the list.
error-alert-wishes-so = It is so already. Say which alerts, where, or the quiet hours.
form-alert = Alert
form-about = Kind of alert
form-quiet = Quiet hours (22:00-08:00)
form-a-day = Messages a day
web-act-snooze_alert = Snooze an alert
web-act-acknowledge_alert = Look after an alert
web-act-set_alerts = Choose your alerts
