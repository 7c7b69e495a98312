own-found = { $count ->
    [0] لا طلبات لك{ $first ->
        [none] { "" }
       *[other] { " " }من { $first } إلى { $last }
    }.
    [one] لك طلب واحد{ $first ->
        [none] { "" }
       *[other] { " " }من { $first } إلى { $last }
    }.
   *[other] عدد طلباتك { $count }{ $first ->
        [none] { "" }
       *[other] { " " }من { $first } إلى { $last }
    }.
}{ $waiting ->
    [0] { "" }
    [one] { " " }طرد واحد لم يتم تسليمه؛ اختر له يوماً.
   *[other] { " " }لم يتم تسليم عدد من الطرود: { $waiting }؛ اختر لها يوماً.
}
own-state-parcel = { $status ->
    [Delivered] تم تسليمه في { $on }
    [OutForDelivery] خرج للتوصيل اليوم
    [DeliveryFailed] لم يتم تسليمه
    [RTOInitiated] في طريق عودته إلى المتجر
    [RTOInTransit] في طريق عودته إلى المتجر
    [RTODelivered] عاد إلى المتجر
    [Cancelled] ملغى
    [Lost] فُقد في الطريق؛ المتجر سيساعدك
    [Created] جاهز، ينتظر شركة الشحن
    [Manifested] جاهز، ينتظر شركة الشحن
   *[other] في الطريق{ $on ->
        [none] { "" }
       *[other] ، يُتوقع قبل { $on }
    }
}
own-state-again = سيُسلَّم مرة أخرى في { $when }
own-state-order = { $status ->
    [Pending] تم استلامه
    [Confirmed] مؤكد، لم يُجهَّز بعد
    [Processing] قيد التجهيز
    [Shipped] في الطريق
    [Delivered] تم تسليمه
    [Cancelled] ملغى
    [Returned] أُعيد
    [RTO] عاد إلى المتجر
    [OnHold] معلّق؛ المتجر يراجعه
   *[Failed] فشل
}
own-total = { $total }
own-line-what = المحتوى
own-line-parcel = الطرد
own-line-placed = تاريخ الطلب
own-line-payment = الدفع
own-payment = { $method ->
    [COD] { $total } نقداً عند الاستلام
   *[other] { $status ->
        [Paid] مدفوع
        [Refunded] رُدّ المبلغ
        [PartiallyRefunded] رُدّ جزء من المبلغ
       *[other] لم يُدفع بعد
    }
}
own-list-more = المعروض: { $shown } من { $count }
own-button-track = أين هو؟
own-button-track-says = أين طلبي { $number }؟
own-button-choose = التسليم { $day }
own-button-choose-says = سلّم الطرد { $awb } في { $day }
own-difference-day = يوم التسليم
error-own-cannot-change = لا يمكن تغيير تسليم هذا الطرد من هنا. اطلب التحدث إلى شخص وسيساعدك أحد من المتجر.

own-choice = الطلب { $number }: { $what }، { $total }
own-reason-not-wanted = لم يعد العميل يريده
own-address-title = { $how ->
    [order] إرسال الطلب { $subject } إلى العنوان الصحيح
    [parcel] إحضار الطرد { $subject } إلى العنوان الصحيح
   *[conversation] أن يراجع شخص من المتجر عنوان الطلب { $subject }
}
own-address-done = { $how ->
    [order] سيذهب الطلب { $subject } إلى العنوان الصحيح الآن.
    [parcel] نطلب من شركة الشحن إحضار الطرد { $subject } إلى العنوان الصحيح في { $when }.
   *[conversation] الطلب { $subject } في الطريق، لذلك يراجع شخص من المتجر العنوان ويجيبك هنا.
}
own-address-line1 = العنوان
own-address-line2 = العنوان، السطر الثاني
own-address-landmark = أقرب معلم
own-address-city = المدينة
own-address-state = الولاية
own-address-pincode = الرمز البريدي
own-address-phone = الهاتف
own-refusal-title = { $how ->
    [order] إلغاء طلبك { $subject }
    [parcel] إعادة طردك { $subject } إلى المتجر
   *[conversation] طلب إيقاف الطلب { $subject } من شخص في المتجر
}
own-refusal-done = { $how ->
    [order] أُلغي طلبك { $subject }.
    [parcel] نطلب من شركة الشحن إعادة الطرد { $subject } إلى المتجر.
   *[conversation] الطلب { $subject } في الطريق. طُلب من شخص في المتجر إيقافه وسيجيبك هنا. إن وصل المندوب قبل ذلك فيمكنك رفضه عند الباب.
}
own-payment-title = إرسال رابط لدفع { $amount } للطلب { $subject }
own-payment-done = رابط دفع { $amount } للطلب { $subject } في طريقه إلى { $to }.
own-difference-order = الطلب
own-difference-amount = المبلغ
own-difference-to = أُرسل إلى
own-warning-refund = دفعت { $paid }. لا يعود المبلغ من تلقاء نفسه: ينظر فيه المتجر متى عاد الطلب أو أُلغي.
own-warning-label = هو مغلّف من قبل؛ يضع المتجر عليه ملصقاً جديداً.
own-warning-courier-collects = إلى أن يصل الدفع يطلب المندوب النقد عند الباب.
error-own-nothing-open = لا طلب جارٍ لك. اسأل عن طلباتك لتراها كلها.
error-own-other-pincode = طلبك ذاهب إلى الرمز { $pincode } ({ $city })، ولا يمكن تحويله إلى غيره من هنا. اطلب التحدث إلى شخص وسيساعدك أحد من المتجر.
error-own-called-off = الطلب { $number } ملغى من قبل؛ لن يصل شيء.
error-own-delivered = الطلب { $number } تم تسليمه. لإرجاعه اطلب التحدث إلى شخص وسيساعدك أحد من المتجر.
error-own-going-back = الطلب { $number } في طريق عودته إلى المتجر. اطلب التحدث إلى شخص وسيساعدك أحد من المتجر.
