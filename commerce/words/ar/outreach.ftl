ask-delivery = مرحباً { $name }، معك { $shop }. طردك { $parcel } (الطلب { $order }) لم يتم تسليمه{ $reason ->
    [CustomerNotAvailable] : تقول شركة الشحن إن أحداً لم يكن هناك
    [CustomerUnreachable] : تقول شركة الشحن إنها لم تستطع الوصول إليك
    [CustomerRefused] : تقول شركة الشحن إنه رُفض
    [IncorrectAddress] : تقول شركة الشحن إنها لم تجد العنوان
    [PremisesClosed] : تقول شركة الشحن إن المكان كان مغلقاً
    [CODNotReady] : تقول شركة الشحن إن النقد لم يكن جاهزاً
   *[other] {""}
 }. ماذا نفعل؟
ask-button-again = التسليم مرة أخرى
ask-button-again-says = سلّم الطرد { $parcel } مرة أخرى
ask-button-address = العنوان خطأ
ask-button-address-says = عنوان الطرد { $parcel } خطأ
ask-button-pay = الدفع عبر الإنترنت
ask-button-pay-says = أريد أن أدفع للطرد { $parcel } عبر الإنترنت
ask-button-refuse = لا أريده
ask-button-refuse-says = لم أعد أريد الطرد { $parcel }
ask-button-person = التحدث إلى شخص
ask-button-person-says = أريد التحدث إلى شخص عن الطرد { $parcel }
ask-confirm = مرحباً { $name }، معك { $shop }. طلبت { $order } بقيمة { $total } نقداً عند الاستلام، إلى: { $address }.{ $lacks ->
    [house] { " " }لا نرى فيه رقم بيت أو شقة.
    [pincode] { " " }يبدو أن الرمز البريدي ليس هناك.
    [sense] { " " }لا نستطيع قراءته جيداً.
   *[none] { "" }
} هل نرسله؟
ask-address = مرحباً { $name }، معك { $shop }. طلبك { $order } ذاهب إلى: { $address }. { $lacks ->
    [pincode] يبدو أن الرمز البريدي ليس هناك.
    [sense] لا نستطيع قراءته جيداً.
   *[house] لا نرى فيه رقم بيت أو شقة.
} ما العنوان الصحيح؟
ask-total = { $total }
ask-channel-email = البريد الإلكتروني
ask-button-confirm = نعم، أرسلوه
ask-button-confirm-says = نعم، أرسلوا طلبي { $parcel }
ask-button-order-address = تغيير العنوان
ask-button-order-address-says = عنوان الطلب { $parcel } خطأ
ask-button-order-pay = { $percent ->
    [0] الدفع عبر الإنترنت
   *[other] ادفع الآن، خصم { $percent }%
}
ask-button-order-pay-says = أريد أن أدفع للطلب { $parcel } عبر الإنترنت
ask-button-cancel = إلغاء الطلب
ask-button-cancel-says = لم أعد أريد الطلب { $parcel }
ask-button-right = العنوان صحيح
ask-button-right-says = نعم، عنوان الطلب { $parcel } صحيح، أرسلوه
ask-button-order-person = التحدث إلى شخص
ask-button-order-person-says = أريد التحدث إلى شخص عن الطلب { $parcel }
own-confirmation-done = شكراً. الطلب { $subject } مؤكد؛ نرسله إلى العنوان الذي أعطيته.
error-own-confirm-late = الطلب { $number } لم يعد يحتاج إلى تأكيد؛ حالته: { $status }.
error-own-confirmed-already = أكدت الطلب { $number } من قبل؛ سنرسله.
ask-link = مرحباً { $name }، هنا يمكنك دفع { $amount } لطلبك { $order } في { $shop }: { $link }
