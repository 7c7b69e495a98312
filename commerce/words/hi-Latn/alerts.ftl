alerts-title = Alerts
alerts-says = { $count ->
    [0] Sab normal hai.
    [one] Ek alert: { $first }
   *[other] { $count } alerts. Pehla: { $first }
  }
alerts-column-number = No.
alerts-column-what = Kya
alerts-column-cause = Shayad wajah
alerts-column-status = Status
alerts-column-value = Daav par
alert-line-sales_drop = { $what }: { $day } ko { $seen } orders, umeed { $expected } ki thi
alert-line-sales_spike = { $what }: { $day } ko { $seen } orders, umeed sirf { $expected } ki thi
alert-line-stock_out = { $what }: { $count } bache, naya maal { $days } din mein aayega
alert-line-performance = { $what }: { $seen }% pehli koshish fail ({ $day } se { $of } mein { $count }), aam taur par { $expected }%
alert-line-sla = { $what }: { $count } jaldi due ya late hone wale
alert-whole-shop = Poori shop
alert-lane = { $courier } se { $state }
alert-kind-sales_drop = Sales giri
alert-kind-sales_spike = Sales uchhli
alert-kind-stock_out = Stock khatam ho raha
alert-kind-performance = Courier, payment ya NDR performance
alert-kind-sla = SLA
alert-status-open = Khula
alert-status-acknowledged = Dekha ja raha hai
alert-status-snoozed = Snooze
alert-status-resolved = Phir normal
alert-place-nowhere = kahin nahi
alert-place-email = e-mail
alert-place-slack = Slack
alert-place-whatsapp = WhatsApp
alert-place-telegram = Telegram
alert-next-explain-change = Kyun?
alert-next-plan-reorder = Reorder plan karo
alert-next-sla-breaches = Kya late hoga dikhao
alert-next-list-ndr = Fail deliveries dikhao
alert-next-says = { $next } ({ $what })
alert-acknowledge = { $number } main dekhta hoon
alert-acknowledge-says = Alert { $number } main dekh raha hoon
alert-acknowledge-title = Alert { $number } dekhna
alert-acknowledged-says = Alert { $number } ko { $name } dekh rahe hain.
alert-snooze-title = Alert { $number } snooze karna
alert-snoozed-says = Alert { $number } { $until } tak nahi dikhega.
alerts-set-title = Kaunse alerts aapko milein
alerts-set-says = Ho gaya. Alerts: { $where }, din mein zyada se zyada { $most } message.
alerts-wish-kinds = Alerts
alerts-wish-channel = Kahan
alerts-wish-quiet = Quiet hours
alerts-wish-most-a-day = Din mein messages
alerts-come = { $count ->
    [one] Ek naya alert: { $first }
   *[other] { $count } naye alerts. Pehla: { $first }
  }
alerts-show = Alerts dikhao
error-alert-not-found = { $named } naam ka koi khula alert nahi; { $count } khule hain. List se number batao.
error-alert-which = { $count } alerts milte hain. Kaunsa?
error-alert-acknowledged = Alert { $alert } pehle se dekha ja raha hai.
error-alert-moved-on = Alert { $alert } tab se badal gaya hai; list dekho.
error-alert-wishes-so = Pehle se aisa hi hai. Batao kaunse alerts, kahan, ya quiet hours.
form-alert = Alert
form-about = Kis tarah ka alert
form-quiet = Quiet hours (22:00-08:00)
form-a-day = Din mein messages
web-act-snooze_alert = Alert snooze karo
web-act-acknowledge_alert = Alert dekho
web-act-set_alerts = Apne alerts chuno
