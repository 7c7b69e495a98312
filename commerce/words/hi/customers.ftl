customer-says = { $name }: { $orders ->
    [0] अभी कोई ऑर्डर नहीं।
   *[other] { $orders } ऑर्डर, { $spent } की ख़रीदारी ({ $cod } COD, { $prepaid } प्रीपेड)।
}{ $ended ->
    [0] { "" }
   *[other] { " " }पूरे हुए { $ended } में से { $returned } वापस किए और { $refused } लेने से मना किया।
}{ $last ->
    [none] { "" }
   *[other] { " " }आख़िरी ऑर्डर { $last }, { $placed }: { $status }।
}{ $parcels ->
    [0] { "" }
   *[other] { " " }{ $parcels } पार्सल अभी रास्ते में।
}
customer-number = { $number }
customer-amount = { $amount }
customer-day = { $day }
customer-of = { $of } में से { $count }
customer-payment = { $cod } COD, { $prepaid } प्रीपेड
customer-since = { $first ->
    [none] कोई ऑर्डर टिका नहीं
   *[other] { $first } से
}{ $segments ->
    [none] { "" }
   *[other] { " " }· { $segments }
}
customer-choice = { $name }, { $city } (ऑर्डर { $number })
customer-reached = संपर्क और पते
customer-best-time = लिखने का सबसे अच्छा समय: { $first } से { $end }। { $of ->
    [customer] दिन के इनके ऑर्डर और संदेशों में से { $share } तब आते हैं (n = { $n }, { $low } से { $high })।
   *[shop] इस दुकान के दिन के { $share } ऑर्डर तब आते हैं; इनके अभी बहुत कम हैं।
}
customer-orders = नए ऑर्डर
customer-orders-note = { $count } में से { $shown }।
customer-parcels = रास्ते में पार्सल
customer-all = ग्राहक

customer-metric-orders = ऑर्डर
customer-metric-spent = ख़रीदारी
customer-metric-payment = भुगतान
customer-metric-returned = वापस किए
customer-metric-refused = लेने से मना
customer-meaning-orders = जितने ऑर्डर किए, चाहे जो हुआ हो।
customer-meaning-spent = जो न रद्द हुए न वापस आए, रिफ़ंड घटाकर।
customer-meaning-payment = कुल ऑर्डर में से।
customer-meaning-returned = डिलीवरी के बाद वापस भेजे, पूरे हुए ऑर्डर में से (डिलीवर, वापस या मना)।
customer-meaning-refused = RTO हुए, पूरे हुए ऑर्डर में से (डिलीवर, वापस या मना)।

customer-list-found = { $count ->
    [0] अभी कोई { $segment ->
        [vip] VIP ग्राहक
        [new] नया ग्राहक
        [repeat] बार-बार ख़रीदने वाला ग्राहक
        [one_time] एक बार वाला ग्राहक
        [lapsed] पुराना खोया ग्राहक
        [frequent_returners] बार-बार लौटाने वाला ग्राहक
       *[none] ऑर्डर करने वाला ग्राहक
    } नहीं है।
   *[other] { $count } { $segment ->
        [vip] VIP ग्राहक
        [new] नए ग्राहक
        [repeat] बार-बार ख़रीदने वाले ग्राहक
        [one_time] एक बार वाले ग्राहक
        [lapsed] पुराने खोए ग्राहक
        [frequent_returners] बार-बार लौटाने वाले ग्राहक
       *[none] ग्राहक
    }, कुल ख़रीदारी { $spent }। { $sort ->
        [spent] सबसे ज़्यादा ख़रीदारी
        [orders] सबसे ज़्यादा ऑर्डर
        [recent] सबसे नया ऑर्डर
       *[returns] सबसे ज़्यादा वापस
    }: { $first }।
}
customer-list-note = { $count } में से { $shown }; पहले { $sort }।
customer-sort-spent = सबसे ज़्यादा ख़रीदारी
customer-sort-orders = सबसे ज़्यादा ऑर्डर
customer-sort-recent = सबसे नया ऑर्डर
customer-sort-returns = सबसे ज़्यादा वापस
customer-segment-vip = VIP
customer-segment-new = नया
customer-segment-repeat = बार-बार ख़रीदने वाला
customer-segment-one_time = एक बार वाला
customer-segment-lapsed = पुराना खोया
customer-segment-frequent_returners = बार-बार लौटाने वाला
customer-segment-meaning-vip = VIP: { $bought } या ज़्यादा बार ख़रीदा, आख़िरी बार { $last } दिन के अंदर; रद्द और वापस आए ऑर्डर नहीं गिने जाते।
customer-segment-meaning-new = नया: पहला ऑर्डर { $first } दिन के अंदर; रद्द और वापस आए ऑर्डर नहीं गिने जाते।
customer-segment-meaning-repeat = बार-बार: { $bought } या ज़्यादा बार ख़रीदा; रद्द और वापस आए ऑर्डर नहीं गिने जाते।
customer-segment-meaning-one_time = एक बार वाला: एक ही बार ख़रीदा; रद्द और वापस आए ऑर्डर नहीं गिने जाते।
customer-segment-meaning-lapsed = पुराना खोया: पहले ख़रीदा था, { $before } दिन से कोई ऑर्डर नहीं।
customer-segment-meaning-frequent_returners = बार-बार लौटाने वाला: कम से कम { $back } ऑर्डर वापस या मना, और पूरे हुए ऑर्डर का कम से कम { $percent }%।

customer-column-number = ऑर्डर
customer-column-status = स्थिति
customer-column-placed = कब
customer-column-total = कुल
customer-column-awb = AWB
customer-column-courier = कूरियर
customer-column-name = ग्राहक
customer-column-orders = ऑर्डर
customer-column-spent = ख़रीदारी
customer-column-came-back = वापस आए
customer-column-last = आख़िरी ऑर्डर

customer-button-order = ऑर्डर
customer-button-order-says = ऑर्डर { $subject } दिखाओ
customer-button-parcel = ट्रैक
customer-button-parcel-says = पार्सल { $subject } ट्रैक करो
customer-button-show = दिखाओ
customer-button-show-says = ग्राहक { $subject } दिखाओ

error-customer-which = { $customer } से { $count } ग्राहक मिलते हैं। कौन सा?
