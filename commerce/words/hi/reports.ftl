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
error-report-same-dimension = तालिका के दोनों ओर { $dimension } ही होगा। दो अलग चीज़ें बताएँ, या एक ही।
error-report-retention = वापस आने वाले ग्राहक सिर्फ़ पहले ऑर्डर के महीने से दिखते हैं; बाक़ी बँटवारा हटा दें।
error-report-columns = इतनी लंबी अवधि में { $dimension } के कॉलम बहुत ज़्यादा होंगे। छोटी अवधि लें, या महीने।
error-report-too-many = { $dimension } के हिसाब से { $count } पंक्तियाँ होंगी। छोटी अवधि लें, या हफ़्ते या महीने।
error-report-no-change = { $metric } का कोई पिछला हिसाब नहीं है। ऑर्डर, बिक्री, पार्सल और उनकी दरों का बदलाव समझा सकते हैं।
error-report-no-split = { $metric } के बदलाव को { $dimension } में नहीं तोड़ सकते, क्योंकि हिस्से जुड़कर पूरा नहीं बनते। चैनल, भुगतान, कूरियर या राज्य आज़माएँ।
