standing-list-found = { $count ->
    [0] { $kind }: अभी कोई नहीं।
   *[other] { $kind }: { $count } ग्राहक, कुल { $spent } का रखा। { $sort } में पहले: { $first }।
}
standing-list-note = { $count } में से { $shown }। सिर्फ़ पहुँचे हुए ऑर्डर पर।
standing-sort-spent = पैसे
standing-sort-orders = ऑर्डर
standing-sort-recent = ताज़ा ऑर्डर
standing-sort-returns = मना किए पार्सल
standing-sort-lifetime_value = अगले 12 महीने की ख़रीद
standing-sort-churn = दूर रहने की संभावना
standing-column-segment = श्रेणी
standing-column-delivered = पहुँचे
standing-column-last = आख़िरी ऑर्डर
standing-column-away = दूर रह सकते हैं
standing-title = ग्राहक का हाल
standing-silence = { $gap ->
    [0] आख़िरी पहुँचा ऑर्डर { $days } दिन पहले
   *[other] आख़िरी पहुँचा ऑर्डर { $days } दिन पहले; आम तौर पर हर { $gap } दिन में
}{ $write ->
    [yes] { "" } · अभी लिखना ठीक रहेगा
   *[no] { "" }
}
standing-fifths = R{ $r } F{ $f } M{ $m }
standing-orders = { $low } से { $high } ऑर्डर
standing-metric-health = सेहत, 100 में
standing-metric-segment = श्रेणी
standing-metric-away = दूर रह सकते हैं
standing-metric-worth = अगले 12 महीने में
standing-metric-next = अगला ऑर्डर कब तक
standing-meaning-health = 50, और कितने हाल में, कितनी बार, कितने का ख़रीदा और कितना वापस आया, उसके अंक।
standing-meaning-segment = इस दुकान के ग्राहकों के पाँचवें हिस्से: कब, कितनी बार, कितने का; सिर्फ़ पहुँचे ऑर्डर पर; 5 सबसे अच्छा।
standing-meaning-away = { $days } दिन में कोई पहुँचा ऑर्डर न होने की संभावना।
standing-meaning-worth = जितने पहुँचे ऑर्डर की उम्मीद है, आज के पैसे में; पाँच में से चार बार ऑर्डर इतने के बीच।
standing-meaning-next = तब तक ऐसे आधे ग्राहक फिर ऑर्डर कर चुके होंगे; – जहाँ आधे कभी नहीं करेंगे।
standing-health-chart = सेहत किस से बनी
standing-why = क्यों दूर रह सकते हैं
standing-average = ग्राहकों का औसत: { $share }
standing-part = { $points } · { $what }
standing-rest = बाक़ी सब
standing-sum = यह ग्राहक: { $share }
standing-if-bought = आज एक ऑर्डर हो तो यह { $now } से { $then } हो जाएगा।

reason-health-recency = कितने हाल में ख़रीदा: 5 में { $value }
reason-health-frequency = कितनी बार ख़रीदा: 5 में { $value }
reason-health-money = कितने का ख़रीदा: 5 में { $value }
reason-health-came-back = { $seen } में से { $value } ऑर्डर वापस आए
reason-silence_days = आख़िरी ऑर्डर को { $value } दिन हुए
reason-silence_gaps = { $known ->
    [no] एक ही बार ख़रीदा, आम अंतराल पता नहीं
   *[yes] अपने आम अंतराल से { $value } गुना चुप
}
reason-purchases = { $value } पहुँचे ऑर्डर
reason-lately = उनमें से { $value } पिछले 90 दिन में
reason-known_days = { $value } दिन से ग्राहक
reason-mean_value = हर ऑर्डर ₹{ $value }
reason-parcels_refused = { $value } पार्सल मना किए

standing-kind-champions = चैंपियन
standing-meaning-champions = हाल में, बार-बार और ज़्यादा ख़रीदा।
standing-kind-loyal = वफ़ादार
standing-meaning-loyal = बार-बार और ज़्यादा ख़रीदते हैं।
standing-kind-potential_loyalist = वफ़ादार बन सकते हैं
standing-meaning-potential_loyalist = हाल में ख़रीदा, एक से ज़्यादा बार।
standing-kind-newcomer = नए ग्राहक
standing-meaning-newcomer = हाल में पहली बार ख़रीदा।
standing-kind-promising = होनहार
standing-meaning-promising = थोड़े दिन पहले, एक बार और कम ख़रीदा।
standing-kind-need_attention = ध्यान चाहिए
standing-meaning-need_attention = सब में बीच के, और चुप हो रहे हैं।
standing-kind-about_to_sleep = सोने वाले हैं
standing-meaning-about_to_sleep = कम ख़रीदा, कुछ समय पहले।
standing-kind-at_risk = ख़तरे में
standing-meaning-at_risk = पहले बार-बार ख़रीदते थे, अब काफ़ी दिन से नहीं।
standing-kind-cant_lose = इन्हें खोना नहीं
standing-meaning-cant_lose = कभी सबसे अच्छे थे, अब लंबे समय से चुप।
standing-kind-hibernating = सोए हुए
standing-meaning-hibernating = कम ख़रीदा, बहुत पहले।
standing-kind-lost = खो गए
standing-meaning-lost = सबसे कम ख़रीदा, सबसे पहले।
standing-kind-win_back = वापस लाने वाले
standing-meaning-win_back = कम से कम दो बार लौटे, और अब अपने दो अंतराल और 30 दिन से चुप हैं।

buyer-kind-vip = { customer-segment-vip }
buyer-kind-new = { customer-segment-new }
buyer-kind-repeat = { customer-segment-repeat }
buyer-kind-one_time = { customer-segment-one_time }
buyer-kind-lapsed = { customer-segment-lapsed }
buyer-kind-frequent_returners = { customer-segment-frequent_returners }
buyer-kind-champions = { standing-kind-champions }
buyer-kind-loyal = { standing-kind-loyal }
buyer-kind-potential_loyalist = { standing-kind-potential_loyalist }
buyer-kind-newcomer = { standing-kind-newcomer }
buyer-kind-promising = { standing-kind-promising }
buyer-kind-need_attention = { standing-kind-need_attention }
buyer-kind-about_to_sleep = { standing-kind-about_to_sleep }
buyer-kind-at_risk = { standing-kind-at_risk }
buyer-kind-cant_lose = { standing-kind-cant_lose }
buyer-kind-hibernating = { standing-kind-hibernating }
buyer-kind-lost = { standing-kind-lost }
buyer-kind-win_back = { standing-kind-win_back }
buyer-sort-spent = { customer-sort-spent }
buyer-sort-orders = { customer-sort-orders }
buyer-sort-recent = { customer-sort-recent }
buyer-sort-returns = { customer-sort-returns }
buyer-sort-lifetime_value = { standing-sort-lifetime_value }
buyer-sort-churn = { standing-sort-churn }
