reports-title = कारोबार का हिसाब
reports-span = { $days ->
    [1] { $first }
   *[other] { $name ->
        [all] शुरू से अब तक
       *[other] { $first } से { $last } तक
    }
}{ $name ->
    [all] { "" }
   *[other] { $days ->
        [1] , { $until } के मुक़ाबले
       *[other] , { $before } से { $until } के मुक़ाबले
    }
}
reports-summary = { $period ->
    [today] आज
    [yesterday] कल
    [all] अब तक कुल
   *[other] { $days ->
        [1] { $first } को
       *[other] { $first } से { $last } तक
    }
}: { $orders } ऑर्डर, बिक्री { $revenue }{ $change ->
    [none] { "" }
   *[other] { " " }({ $change })
}, औसत ऑर्डर { $aov }। NDR दर { $ndr_rate }, RTO दर { $rto_rate }।{ $open ->
    [none] { "" }
   *[other] { " " }{ $open } पार्सल अभी रास्ते में हैं, इसलिए RTO दर अंतिम नहीं है।
}
reports-nothing = –
reports-change = { $direction ->
    [up] { $by } ऊपर
    [down] { $by } नीचे
   *[same] उतना ही
}
reports-change-points = { $direction ->
    [up] { $points } अंक ऊपर
    [down] { $points } अंक नीचे
   *[same] उतना ही
}
reports-not-final = इनमें से { $open } पार्सल अभी रास्ते में हैं, इसलिए यह अंतिम नहीं है।
reports-rows-orders = ऑर्डर दिखाएँ
reports-rows-revenue = रद्द न हुए ऑर्डर दिखाएँ
reports-rows-kept_orders = रद्द न हुए ऑर्डर दिखाएँ
reports-rows-cod_orders = COD ऑर्डर दिखाएँ
reports-rows-cancelled_orders = रद्द हुए दिखाएँ
reports-rows-delivered = डिलीवर हुए पार्सल दिखाएँ
reports-rows-failed_once = एक बार असफल हुए दिखाएँ
reports-rows-delivered_first = पहली बार में डिलीवर दिखाएँ
reports-rows-cohort_delivered = डिलीवर हुए दिखाएँ
reports-rows-cohort_rto = वापस हुए दिखाएँ
reports-rows-cod_rto = COD की वापसी दिखाएँ
reports-rows-prepaid_rto = प्रीपेड की वापसी दिखाएँ
reports-rows-says = { $metric } के पीछे क्या है दिखाओ
reports-trend-title = बिक्री, { $by ->
    [month] महीने के हिसाब से
   *[day] दिन के हिसाब से
}
reports-trend-alt = { $first } से { $last } तक की बिक्री: कुल { $total }, सबसे ज़्यादा { $most } ({ $day })।

reports-metric-orders = ऑर्डर
reports-metric-revenue = बिक्री
reports-metric-aov = औसत ऑर्डर
reports-metric-cod_share = COD का हिस्सा
reports-metric-cancelled = रद्द हुए
reports-metric-delivered = डिलीवर हुए
reports-metric-ndr_rate = NDR दर
reports-metric-first_attempt_rate = पहली कोशिश में डिलीवर
reports-metric-delivery_success = सफल डिलीवरी
reports-metric-rto_rate = RTO दर
reports-metric-cod_rto_rate = RTO दर, COD
reports-metric-prepaid_rto_rate = RTO दर, प्रीपेड

reports-meaning-orders = इस अवधि में आए सभी ऑर्डर, बाद में जो भी हुआ हो।
reports-meaning-revenue = इस अवधि के उन ऑर्डरों का कुल जो रद्द नहीं हुए, GST और शिपिंग सहित, रिफ़ंड से पहले।
reports-meaning-aov = बिक्री को रद्द न हुए ऑर्डरों से भाग दिया।
reports-meaning-cod_share = आए ऑर्डरों में कैश ऑन डिलीवरी का हिस्सा।
reports-meaning-cancelled = इस अवधि में आए और बाद में रद्द हुए ऑर्डर।
reports-meaning-delivered = इस अवधि में डिलीवर हुए पार्सल, भेजे कभी भी गए हों।
reports-meaning-ndr_rate = इस अवधि में पहली बार डिलीवरी पर निकले पार्सलों में से कितनों की कम से कम एक कोशिश असफल हुई।
reports-meaning-first_attempt_rate = इस अवधि की पहली कोशिशों में से कितनी डिलीवर हुईं।
reports-meaning-delivery_success = इस अवधि में भेजे और ख़त्म हुए पार्सलों में से कितने डिलीवर हुए; बाक़ी वापस आए या खो गए।
reports-meaning-rto_rate = इस अवधि में भेजे और तय हो चुके पार्सलों में से कितने वापस हुए (RTO)।
reports-meaning-cod_rto_rate = सिर्फ़ COD पार्सलों की RTO दर।
reports-meaning-prepaid_rto_rate = सिर्फ़ प्रीपेड पार्सलों की RTO दर।

error-report-dimension = { $metric } को { $dimension } के हिसाब से नहीं बाँट सकते। इनसे बाँट सकते हैं: { $known }।
error-report-filter = { $metric } को { $dimension } से नहीं छाँट सकते। इनसे छाँट सकते हैं: { $known }।
error-report-same-dimension = तालिका के दोनों ओर { $dimension } ही होगा। दो अलग चीज़ें बताएँ, या एक ही।
error-report-retention = वापस आने वाले ग्राहक सिर्फ़ पहले ऑर्डर के महीने से दिखते हैं; बाक़ी बँटवारा हटा दें।
error-report-columns = इतनी लंबी अवधि में { $dimension } के कॉलम बहुत ज़्यादा होंगे। छोटी अवधि लें, या महीने।
error-report-too-many = { $dimension } के हिसाब से { $count } पंक्तियाँ होंगी। छोटी अवधि लें, या हफ़्ते या महीने।
error-report-no-change = { $metric } का कोई पिछला हिसाब नहीं है। ऑर्डर, बिक्री, पार्सल और उनकी दरों का बदलाव समझा सकते हैं।
error-report-no-split = { $metric } के बदलाव को { $dimension } में नहीं तोड़ सकते, क्योंकि हिस्से जुड़कर पूरा नहीं बनते। चैनल, भुगतान, कूरियर या राज्य आज़माएँ।

reports-now = अभी
reports-days = { $name ->
    [all] शुरू से अब तक
    [today] आज
    [yesterday] कल
   *[other] { $days ->
        [1] { $first }
       *[other] { $first } से { $last }
    }
}
reports-report-title = { $metric }, { $dimension }{ $second ->
    [none] { "" }
   *[other] { " " }और { $second }
} के हिसाब से{ $what ->
    [none] { "" }
   *[other] { " " }({ $what })
}
reports-report = { $title }, { $days }: कुल { $total }{ $change ->
    [none] { "" }
   *[other] , { $change }
}। सबसे ज़्यादा: { $most }, { $most_value }{ $share ->
    [none] { "" }
   *[other] { " " }({ $share })
}{ $least ->
    [none] ।
   *[other] ; सबसे कम: { $least }, { $least_value }।
}{ $open ->
    [none] { "" }
   *[other] { " " }{ $open } पार्सल अभी रास्ते में हैं, इसलिए यह अंतिम नहीं है।
}
reports-report-empty = { $title }, { $days }: गिनने को कुछ नहीं है।
reports-total = कुल
reports-average = औसत
reports-others = { $count } और
reports-column-of = कितनों में से
reports-column-share = हिस्सा
reports-column-before = पहले
reports-column-change = बदलाव
reports-note-days = { $days }{ $before ->
    [none] ।
   *[other] , { $before } के मुक़ाबले।
}
reports-note-overlaps = जिस ऑर्डर में इनमें से कई हैं वह हर एक में गिना गया, इसलिए पंक्तियों का जोड़ कुल से ज़्यादा है।
reports-note-few = { $count } से कम वाले आख़िर में हैं: उनके हिस्से ज़्यादातर संयोग हैं।
reports-note-more = { $count } और हैं जो नहीं दिखे।
reports-row-says = { $metric }, { $what } के पीछे क्या है दिखाओ
reports-button-more = और पंक्तियाँ दिखाएँ
reports-button-more-says = { $metric } की और पंक्तियाँ दिखाओ
reports-button-why = क्यों बदला?
reports-button-why-says = { $metric } क्यों बदला?
reports-button-why-short = क्यों?
reports-key-none = { $dimension ->
    [courier] अभी भेजा नहीं
    [warehouse] कोई गोदाम नहीं
    [product] अनजान प्रोडक्ट
    [category] अनजान श्रेणी
    [ndr_reason] कोई कोशिश असफल नहीं
    [agent] किसी का नहीं
   *[other] पता नहीं
}
reports-key-whole-orders = शिपिंग और पूरे ऑर्डर की छूट
reports-key-others = बाक़ी
reports-key-week = { $monday } का हफ़्ता
reports-month-since = महीना { $months }
reports-unfinished = { $share } …
reports-retention = { $count ->
    [0] { $days }: किसी ग्राहक का पहला ऑर्डर डिलीवर नहीं हुआ।
   *[other] { $days }: { $count } ग्राहकों का पहला ऑर्डर डिलीवर हुआ।{ $first ->
        [none] { "" }
       *[other] { " " }औसतन { $first } ने अगले महीने फिर ऑर्डर किया।
    }
}
reports-why = { $metric }, { $days } बनाम { $before_days }: { $before } से { $now }{ $change ->
    [none] ।
   *[other] { " " }({ $change })।
}{ $dimension ->
    [none] { "" }
   *[other] { " " }ज़्यादातर { $dimension } से: { $parts }।
}
reports-why-part = { $what } { $part }
reports-part = { $direction ->
    [up] +
   *[down] −
}{ $amount }
reports-part-points = { $direction ->
    [up] +
   *[down] −
}{ $points } अंक
reports-why-title = { $metric } क्यों बदला, { $dimension } के हिसाब से
reports-why-column-before = पहले
reports-why-column-now = अब
reports-why-column-part = बदलाव में हिस्सा
reports-why-column-rate = अपनी दर से
reports-why-column-mix = मिश्रण से
reports-why-note = { $kind ->
    [sum] हिस्से जुड़कर ठीक पूरा बदलाव बनते हैं।
   *[share] हिस्से जुड़कर ठीक पूरा बदलाव बनते हैं: अपनी दर से, जहाँ वह ख़ुद बेहतर या बुरा हुआ; मिश्रण से, जहाँ उसका हिस्सा बढ़ा या घटा।
}

reports-by-day = दिन
reports-by-week = हफ़्ता
reports-by-month = महीना
reports-by-hour = घंटा
reports-by-weekday = हफ़्ते का दिन
reports-by-channel = चैनल
reports-by-payment = भुगतान
reports-by-payment_method = भुगतान का तरीक़ा
reports-by-status = स्थिति
reports-by-courier = कूरियर
reports-by-product = प्रोडक्ट
reports-by-category = श्रेणी
reports-by-city = शहर
reports-by-state = राज्य
reports-by-pincode = पिनकोड
reports-by-ndr_reason = NDR की वजह
reports-by-warehouse = गोदाम
reports-by-cohort = पहले ऑर्डर का महीना
reports-by-agent = एजेंट

reports-metric-quantity = बिके पीस
reports-metric-customers = ग्राहक
reports-metric-discounts = छूट
reports-metric-refunds = रिफ़ंड
reports-metric-gross_margin = सकल मुनाफ़ा
reports-metric-margin_rate = मुनाफ़े की दर
reports-metric-parcels_sent = भेजे गए पार्सल
reports-metric-rto_parcels = वापस हुए पार्सल (RTO)
reports-metric-lost_parcels = खोए पार्सल
reports-metric-ndr_cases = NDR मामले
reports-metric-ndr_recovered = NDR के बाद डिलीवर
reports-metric-stock_units = स्टॉक में पीस
reports-metric-stock_value = स्टॉक की क़ीमत
reports-metric-retention = वापस आने वाले ग्राहक

reports-meaning-quantity = इस अवधि के रद्द न हुए ऑर्डरों के पीस।
reports-meaning-customers = रद्द न हुए ऑर्डरों के अलग-अलग ग्राहक।
reports-meaning-discounts = रद्द न हुए ऑर्डरों पर दी छूट।
reports-meaning-refunds = इस अवधि के ऑर्डरों में से अब तक लौटाया पैसा।
reports-meaning-gross_margin = जिन लाइनों की लागत पता है: GST के बिना बिक्री में से आज की लागत घटाकर।
reports-meaning-margin_rate = सकल मुनाफ़े को उन लाइनों की GST के बिना बिक्री से भाग दिया।
reports-meaning-parcels_sent = इस अवधि में बने और रद्द न हुए पार्सल।
reports-meaning-rto_parcels = इस अवधि में भेजे पार्सलों में से वापस हुए।
reports-meaning-lost_parcels = इस अवधि में भेजे पार्सलों में से कूरियर से खो गए।
reports-meaning-ndr_cases = इस अवधि में खुले NDR मामले।
reports-meaning-ndr_recovered = इस अवधि में खुले और तय हुए मामलों में से कितने आख़िर डिलीवर हुए।
reports-meaning-stock_units = अभी गोदामों में पड़े पीस।
reports-meaning-stock_value = गोदामों में पड़े पीसों की लागत।
reports-meaning-retention = जिन ग्राहकों का पहला डिलीवर हुआ ऑर्डर उस महीने में था, उनमें से कितनों ने इतने महीने बाद फिर ऑर्डर किया जो डिलीवर हुआ। … वाला महीना अभी पूरा नहीं हुआ; औसत में नहीं है।
reports-counted-at = { $at } पर गिना गया।
