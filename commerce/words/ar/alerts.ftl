alerts-title = التنبيهات
alerts-says = { $count ->
    [0] لا شيء خارج عن المعتاد.
    [one] تنبيه واحد: { $first }
   *[other] عدد التنبيهات { $count }. أولها: { $first }
  }
alerts-column-number = رقم
alerts-column-what = ماذا
alerts-column-cause = السبب المرجح
alerts-column-status = الحالة
alerts-column-value = على المحك
alert-line-sales_drop = { $what }: { $seen } طلبا في { $day }، والمتوقع { $expected }
alert-line-sales_spike = { $what }: { $seen } طلبا في { $day }، والمتوقع { $expected } فقط
alert-line-stock_out = { $what }: بقي { $count }، والقطع الجديدة تحتاج { $days } يوما
alert-line-performance = { $what }: فشلت { $seen }% من المحاولات الأولى ({ $count } من { $of } منذ { $day })، والمعتاد { $expected }%
alert-line-sla = { $what }: { $count } تستحق قريبا أو يرجح تأخرها
alert-whole-shop = المتجر كله
alert-lane = { $courier } إلى { $state }
alert-kind-sales_drop = هبوط المبيعات
alert-kind-sales_spike = قفزة في المبيعات
alert-kind-stock_out = نفاد المخزون
alert-kind-performance = أداء الشحن أو الدفع أو التسليم
alert-kind-sla = مستويات الخدمة
alert-status-open = مفتوح
alert-status-acknowledged = تتم متابعته
alert-status-snoozed = مؤجل
alert-status-resolved = عاد إلى المعتاد
alert-place-nowhere = لا مكان
alert-place-email = البريد الإلكتروني
alert-place-slack = Slack
alert-place-whatsapp = WhatsApp
alert-place-telegram = Telegram
alert-next-explain-change = لماذا؟
alert-next-plan-reorder = خطط لإعادة الطلب
alert-next-sla-breaches = اعرض ما سيتأخر
alert-next-list-ndr = اعرض عمليات التسليم الفاشلة
alert-next-says = { $next } ({ $what })
alert-acknowledge = أنا أتابع { $number }
alert-acknowledge-says = أنا أتابع التنبيه { $number }
alert-acknowledge-title = متابعة التنبيه { $number }
alert-acknowledged-says = { $name } يتابع التنبيه { $number }.
alert-snooze-title = تأجيل التنبيه { $number }
alert-snoozed-says = التنبيه { $number } مخفي حتى { $until }.
alerts-set-title = التنبيهات التي تصلك
alerts-set-says = تم. تصل التنبيهات إلى { $where }، بحد أقصى { $most } رسائل يوميا.
alerts-wish-kinds = التنبيهات
alerts-wish-channel = أين
alerts-wish-quiet = ساعات الهدوء
alerts-wish-most-a-day = رسائل في اليوم
alerts-come = { $count ->
    [one] تنبيه جديد: { $first }
   *[other] تنبيهات جديدة: { $count }. أولها: { $first }
  }
alerts-show = اعرض التنبيهات
error-alert-not-found = لا يوجد تنبيه مفتوح باسم { $named }؛ المفتوح { $count }. اذكر رقمه من القائمة.
error-alert-which = هناك { $count } تنبيهات مطابقة. أيها؟
error-alert-acknowledged = التنبيه { $alert } تتم متابعته بالفعل.
error-alert-moved-on = تغير التنبيه { $alert } منذ ذلك؛ انظر القائمة.
error-alert-wishes-so = هو كذلك بالفعل. اذكر أي تنبيهات أو أين أو ساعات الهدوء.
form-alert = التنبيه
form-about = نوع التنبيه
form-quiet = ساعات الهدوء (22:00-08:00)
form-a-day = رسائل في اليوم
web-act-snooze_alert = أجل تنبيها
web-act-acknowledge_alert = تابع تنبيها
web-act-set_alerts = اختر تنبيهاتك
