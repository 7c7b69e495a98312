own-found = { $count ->
    [0] आपका कोई ऑर्डर नहीं है{ $first ->
        [none] { "" }
       *[other] { " " }({ $first } से { $last } तक)
    }।
   *[other] आपके { $count } ऑर्डर हैं{ $first ->
        [none] { "" }
       *[other] { " " }({ $first } से { $last } तक)
    }।
}{ $waiting ->
    [0] { "" }
   *[other] { " " }{ $waiting } पार्सल डिलीवर नहीं हो पाया; उसके लिए दिन चुनें।
}
own-latest = सबसे नया, ऑर्डर { $number }: { $state }।
own-state-parcel = { $status ->
    [Delivered] { $on } को डिलीवर हो गया
    [OutForDelivery] आज डिलीवरी पर निकला है
    [DeliveryFailed] डिलीवर नहीं हो पाया
    [RTOInitiated] दुकान को वापस जा रहा है
    [RTOInTransit] दुकान को वापस जा रहा है
    [RTODelivered] दुकान को वापस चला गया
    [Cancelled] रद्द हो गया
    [Lost] रास्ते में खो गया; दुकान आपकी मदद करेगी
    [Created] पैक हो गया, कूरियर का इंतज़ार
    [Manifested] पैक हो गया, कूरियर का इंतज़ार
   *[other] रास्ते में है{ $on ->
        [none] { "" }
       *[other] , { $on } तक आना चाहिए
    }
}
own-state-again = { $when } को दोबारा आएगा
own-state-order = { $status ->
    [Pending] मिल गया है
    [Confirmed] पक्का है, अभी पैक नहीं हुआ
    [Processing] पैक हो रहा है
    [Shipped] रास्ते में है
    [Delivered] डिलीवर हो गया
    [Cancelled] रद्द हो गया
    [Returned] वापस किया गया
    [RTO] दुकान को वापस चला गया
    [OnHold] रोका गया है; दुकान जाँच कर रही है
   *[Failed] असफल रहा
}
own-total = { $total }
own-line-what = क्या
own-line-parcel = पार्सल
own-line-placed = ऑर्डर कब किया
own-line-payment = भुगतान
own-payment = { $method ->
    [COD] { $total } नक़द, डिलीवरी पर
   *[other] { $status ->
        [Paid] हो गया
        [Refunded] वापस हो गया
        [PartiallyRefunded] कुछ वापस हुआ
       *[other] अभी बाक़ी है
    }
}
own-list-more = { $count } में से { $shown } दिखाए
own-button-track = कहाँ है?
own-button-track-says = मेरा ऑर्डर { $number } कहाँ है?
own-button-choose = { $day } को मँगवाएँ
own-button-choose-says = पार्सल { $awb } { $day } को डिलीवर करो
own-redelivery-title = आपका पार्सल { $awb } दोबारा मँगवाना
own-redelivery-chosen = आपका पार्सल { $awb } { $when } को दोबारा आएगा। हम कूरियर को बता देते हैं।
own-difference-day = डिलीवरी कब
error-own-nothing-waits = आपका कोई पार्सल नए दिन का इंतज़ार नहीं कर रहा। ऑर्डर कहाँ तक पहुँचा यह जानने के लिए पूछें कि ऑर्डर कहाँ है।
error-own-cannot-change = इस पार्सल की डिलीवरी यहाँ से नहीं बदली जा सकती। कहें कि किसी इंसान से बात करनी है, दुकान से कोई मदद करेगा।

own-choice = ऑर्डर { $number }: { $what }, { $total }
own-reason-not-wanted = ग्राहक को अब नहीं चाहिए
own-address-title = { $how ->
    [order] ऑर्डर { $subject } सही पते पर भेजना
    [parcel] पार्सल { $subject } सही पते पर मँगवाना
   *[conversation] ऑर्डर { $subject } का पता दुकान से किसी को दिखाना
}
own-address-done = { $how ->
    [order] ऑर्डर { $subject } अब सही पते पर जाएगा।
    [parcel] हम कूरियर से कहते हैं कि पार्सल { $subject } { $when } को सही पते पर लाए।
   *[conversation] ऑर्डर { $subject } रास्ते में है, इसलिए दुकान से कोई पता देखेगा और आपको यहीं जवाब देगा।
}
own-address-line1 = पता
own-address-line2 = पता, दूसरी लाइन
own-address-landmark = पास की पहचान
own-address-city = शहर
own-address-state = राज्य
own-address-pincode = पिनकोड
own-address-phone = फ़ोन
own-refusal-title = { $how ->
    [order] आपका ऑर्डर { $subject } रद्द करना
    [parcel] आपका पार्सल { $subject } दुकान को वापस भेजना
   *[conversation] दुकान से किसी को ऑर्डर { $subject } रोकने के लिए कहना
}
own-refusal-done = { $how ->
    [order] आपका ऑर्डर { $subject } रद्द हो गया।
    [parcel] हम कूरियर से कहते हैं कि पार्सल { $subject } दुकान को वापस लाए।
   *[conversation] ऑर्डर { $subject } निकल चुका है। दुकान से किसी को रोकने के लिए कहा गया है, वे आपको यहीं जवाब देंगे। कूरियर पहले आ जाए तो दरवाज़े पर मना कर सकते हैं।
}
own-payment-title = ऑर्डर { $subject } के { $amount } देने का लिंक आपको भेजना
own-payment-done = ऑर्डर { $subject } के { $amount } देने का लिंक { $to } पर भेजा जा रहा है।
own-difference-order = ऑर्डर
own-difference-amount = रक़म
own-difference-to = किस पर
own-warning-refund = आप { $paid } दे चुके हैं। पैसे अपने आप वापस नहीं आते: ऑर्डर वापस आने या रद्द होने पर दुकान देखती है।
own-warning-label = यह पैक हो चुका है; दुकान नया लेबल लगाएगी।
own-warning-courier-collects = जब तक भुगतान नहीं आता, कूरियर दरवाज़े पर नक़द माँगेगा।
error-own-nothing-open = आपका कोई ऑर्डर चल नहीं रहा। सारे देखने के लिए अपने ऑर्डर पूछें।
error-own-which = आपके कई ऑर्डर चल रहे हैं। कौन सा?
error-own-other-pincode = आपका ऑर्डर पिनकोड { $pincode } ({ $city }) पर जाता है, यहाँ से दूसरे पिनकोड पर नहीं जा सकता। कहें कि किसी इंसान से बात करनी है, दुकान से कोई मदद करेगा।
error-own-called-off = ऑर्डर { $number } पहले ही रद्द है; कुछ नहीं आएगा।
error-own-delivered = ऑर्डर { $number } डिलीवर हो चुका है। लौटाने के लिए कहें कि किसी इंसान से बात करनी है, दुकान से कोई मदद करेगा।
error-own-going-back = ऑर्डर { $number } दुकान को वापस जा रहा है। कहें कि किसी इंसान से बात करनी है, दुकान से कोई मदद करेगा।
planner-need-address = सही पता क्या है? मकान, गली, इलाक़ा और पास की पहचान।
