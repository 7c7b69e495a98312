planner-greeting = أهلاً! أعتني بهذا المتجر معك. يمكنك أن تسأل:
planner-help = اسأل بكلماتك أنت. مثلاً:
planner-who-are-you = أنا مساعد هذا المتجر: برنامج ولست إنساناً. أجيب من سجلات المتجر ولا أغيّر شيئاً من دون موافقة. مثلاً:
planner-thanks = على الرحب والسعة.
planner-bye = مع السلامة. اكتب متى شئت.
planner-cannot = لا أستطيع المساعدة في هذا بعد. يمكنني المساعدة في أشياء مثل:
planner-not-yours = دورك لا يسمح بطلب هذا مني. يمكنك أن تسأل:
planner-not-understood = لم أفهم تماماً. هل تقولها بطريقة أخرى؟ مثلاً:
planner-which = أيّ هذه تقصد؟
planner-confirm = أريد أن أتأكد قبل أن يتغير شيء. هل هذا ما تريده؟
planner-not-placed = لم أفهم «{ $words }»، وهذا يغيّر أشياء كثيرة. قلها بطريقة أخرى، أو أكمل من دونها.
planner-left-out = لا أستطيع تضييق هذا بـ“{ $words }”. اسأل بطريقة أخرى، أو اعرضه بدون ذلك.
planner-without-it = أكمل من دونها
planner-left-alone = حسناً، لم يتغير شيء.
planner-never-mind = حسناً، تركته.
planner-nothing-waits = لا شيء ينتظر موافقة الآن. ماذا تريد أن تفعل؟
planner-future = أستطيع أن أحسب الأيام التي مضت فقط. أيها تقصد؟
planner-need-order = أي طلب؟ يكفي رقمه.
planner-need-parcel = أي شحنة؟ يكفي رقم الطلب أو رقم التتبع.
planner-need-orders = أي طلبات؟ قل ما يجمعها (غير مدفوعة، أقدم من ٥ أيام، مدينة، قناة) أو أرقامها.
planner-need-product = أي منتج؟ يكفي اسمه أو رمزه.
planner-need-customer = أي عميل؟ الاسم أو رقم الهاتف يكفي.
planner-need-warehouse = أي مستودع؟
planner-need-courier = أي شركة شحن؟
planner-need-person = مَن من الفريق؟
planner-need-place = أي مدينة أو ولاية أو رمز بريدي؟
planner-need-period = لأي أيام؟
planner-need-day = في أي يوم؟
planner-need-money = كم المبلغ بالروبية؟
planner-need-days = لكم يوم؟
planner-need-quantity = كم قطعة؟
planner-need-phone = على أي رقم هاتف؟
planner-need-reason = ما السبب؟
planner-need-landmark = ما أقرب معلم؟
planner-need-DeliverySlot = في أي وقت من اليوم؟
planner-need-more = ينقصني شيء واحد. أيها؟
planner-need-address = ما العنوان الصحيح؟ البيت والشارع والحي وأقرب معلم.
planner-day-slot = { $day }، { $slot }
planner-slot-morning = صباحاً
planner-slot-afternoon = ظهراً
planner-slot-evening = مساءً
planner-period-today = اليوم
planner-period-yesterday = أمس
planner-period-this_week = هذا الأسبوع
planner-period-this_month = هذا الشهر
error-not-allowed = دورك ({ $role }) لا يسمح بهذا. اسأل مديراً أو مالك المتجر.
error-unexpected = حدث خطأ من جهتنا ولم يتغير شيء. حاول مرة أخرى؛ وإن تكرر فأخبرنا بالرقم { $reference }.
error-stranger = لا أعرفك هنا بعد. سجّل الدخول أو اطلب دعوة من المتجر.
error-order-not-found = لا يوجد طلب { $number }. تحقق من الرقم، أو اسأل عن طلبات العميل باسمه أو هاتفه.
error-order-ambiguous = عدة طلبات تطابق { $number }. أيها؟
error-order-already-cancelled = الطلب { $number } ملغى من قبل.
error-order-cancel-shipped = الطلب { $number } عند شركة الشحن ولا يمكن إلغاؤه. اطلب إرجاعه إلى المصدر بدلاً من ذلك.
error-order-cancel-delivered = الطلب { $number } تم تسليمه ولا يمكن إلغاؤه. استرجعه ثم رُدّ المبلغ.
error-order-already-held = الطلب { $number } معلّق من قبل.
error-order-hold-shipped = الطلب { $number } عند شركة الشحن ولا يمكن تعليقه. اطلب إرجاعه إلى المصدر.
error-customer-not-found = لا يوجد عميل باسم { $customer }. جرّب الاسم الكامل أو رقم الهاتف أو البريد.
error-own-nothing-waits = ليس لك طرد ينتظر موعداً جديداً. اسأل أين طلبك لترى إلى أين وصل.
error-own-which = لديك عدة طلبات جارية. أيها؟
error-approval-expired = هذا الطلب قديم ولا يُوافَق عليه. اطلبه من جديد فأجهّزه.
error-undone-before = تم التراجع عن هذا من قبل.
error-cannot-undo = لا يمكن التراجع عن هذا.
error-undo-late = فات وقت التراجع عن هذا.
approval-asks = هل أنفّذ هذا؟ { $title }
approval-reversible = يمكن التراجع عنه خلال { $minutes } دقيقة.
approval-reversible-hours = يمكن التراجع عنه خلال { $hours } ساعة.
approval-final = لا يمكن التراجع عنه.
approval-expires = ينتظر حتى { $at }.
approval-approve = موافق
approval-decline = رفض
approval-declined = بقي كما هو. لم يتغير شيء.
approval-says-yes = نعم: { $title }
approval-says-no = لا: { $title }
receipt-at = تم في { $at } · { $receipt }
receipt-undo = تراجع
order-status-Pending = بانتظار التأكيد
order-status-Confirmed = مؤكد
order-status-Processing = قيد التجهيز
order-status-Shipped = تم الشحن
order-status-Delivered = تم التسليم
order-status-Cancelled = ملغى
order-status-Returned = مرتجع
order-status-RTO = عاد دون تسليم (RTO)
order-status-OnHold = معلّق
order-status-Failed = فشل
order-filter-Pending = بانتظار التأكيد
order-filter-Confirmed = مؤكدة
order-filter-Shipped = مشحونة
order-filter-Delivered = مسلّمة
order-filter-Cancelled = ملغاة
order-filter-OnHold = معلّقة
order-filter-Unshipped = لم تُشحن بعد
payment-method-COD = نقداً عند الاستلام
payment-kind-cod = نقداً عند الاستلام
payment-kind-prepaid = مدفوعة مسبقاً
payment-kind-unpaid = غير مدفوعة
payment-kind-upi = UPI
payment-kind-card = بطاقة
payment-kind-net_banking = خدمات بنكية عبر الإنترنت
payment-kind-wallet = محفظة إلكترونية
payment-kind-emi = أقساط
payment-kind-bank_transfer = تحويل بنكي
order-found-when = { $period ->
    [none] المجموع
    [today] اليوم
    [yesterday] أمس
   *[other] { $days ->
        [1] في { $first }
       *[other] من { $first } إلى { $last }
    }
}
order-found = { order-found-when }: { $count ->
    [0] لا طلبات
    [1] طلب واحد
   *[other] عدد الطلبات { $count }
}{ $what ->
    [none] { "" }
   *[other] { " " }({ $what })
}{ $count ->
    [0] .
   *[other] ، بقيمة { $total }.
}
order-list-title = الطلبات
order-column-number = الطلب
order-column-status = الحالة
order-column-total = المبلغ
order-column-payment = الدفع
order-column-customer = العميل
order-column-city = المدينة
order-column-placed = التاريخ
order-shown = الطلب { $number } للعميل { $customer } ({ $city }): { $status }، { $total }، { $payment }، بتاريخ { $placed }.
order-button-show = عرض
order-button-track = تتبّع
order-button-hold = تعليق
order-button-cancel = إلغاء
order-cancel-title = إلغاء الطلب { $number }
order-cancelled = تم إلغاء الطلب { $number }.
order-hold-title = تعليق الطلب { $number }
order-held = الطلب { $number } معلّق: { $reason }.
shipment-status-Created = لم يُستلم بعد
shipment-status-PickedUp = تم الاستلام من المتجر
shipment-status-InTransit = في الطريق
shipment-status-OutForDelivery = خرج للتوصيل
shipment-status-Delivered = تم التسليم
shipment-status-DeliveryFailed = فشل التسليم
own-latest = آخر طلباتك { $number }: { $state }.
own-redelivery-title = توصيل طردك { $awb } مرة أخرى
own-redelivery-chosen = سيصل طردك { $awb } مرة أخرى في { $when }. سنبلغ شركة الشحن.
memory-title = ما أعرفه عنك
memory-shown = { $count ->
    [0] لا أعرف عنك شيئاً بعد. اسأل عن شيء ثم قل: «سمّ هذا تقرير الصباح».
    [one] أعرف عنك شيئاً واحداً.
   *[other] أعرف عنك { $count } أشياء.
}
memory-remembered-shortcut = حفظته. قل «{ $name }» وسأعيد هذا: { $request }
memory-remembered-report = حفظته. قل «تقريري» وسأعيد هذا: { $request }
memory-remembered-warehouse = حفظته. حيث لا تذكر مستودعاً آخذ { $warehouse } ({ $code }) وأقول ذلك.
memory-remembered-hours = حفظته. ساعات عملك { $hours }.
memory-forget-title = أنسى: { $what }
memory-forgotten = { $count ->
    [one] نسيت: { $what }.
   *[other] نسيت: { $what }، { $count } أشياء.
}
memory-took-warehouse = أخذت { $code }، مستودعك الافتراضي.
