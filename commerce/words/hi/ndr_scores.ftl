ndr-hour = { $hour ->
    [10] सुबह 10
    [11] सुबह 11
    [12] दोपहर 12
    [13] दोपहर 1
    [14] दोपहर 2
    [15] दोपहर 3
    [16] शाम 4
    [17] शाम 5
    [18] शाम 6
   *[other] रात { $clock }
}
ndr-hours = { $first } से { $end } बजे
ndr-step-call-hours = ग्राहक को { $first } से { $end } बजे के बीच कॉल करें
ndr-because-call-window = { $of ->
    [customer] यह ग्राहक उस समय
    [pincode] इस पिनकोड के ग्राहक उस समय
   *[shop] ग्राहक उस समय
} { $share }% कॉल उठाते हैं, बाकी घंटों में { $usual }% (n = { $n }, { $low } से { $high }%)।
ndr-because-channel-rate = { $of ->
    [customer] यह ग्राहक { $share }% { $channel ->
        [PhoneCall] कॉल
        [WhatsAppMessage] WhatsApp मैसेज
        [SMS] SMS
       *[Email] ई-मेल
    } का जवाब देता है (n = { $n }, { $low } से { $high }%)।
   *[shop] सब ग्राहक { $share }% { $channel ->
        [PhoneCall] कॉल
        [WhatsAppMessage] WhatsApp मैसेज
        [SMS] SMS
       *[Email] ई-मेल
    } का जवाब देते हैं (n = { $n })।
}
ndr-because-chance = अगली कोशिश में डिलीवर होने की संभावना { $share }% है।
ndr-because-if-prepaid = ऑनलाइन भुगतान हो तो { $then }% होगी, अभी { $now }% है।
ndr-because-fake-score = संकेतों से { $share }% लगता है कि कोई गया ही नहीं।
ndr-because-worth = औसतन { $amount } का फ़ायदा।
ndr-line-prediction = डिलीवरी का अनुमान
ndr-line-return-risk = वापस आने का जोखिम
ndr-line-act-by = कूरियर को इस समय तक बताएँ
ndr-line-held-out = होल्ड-आउट
ndr-prediction = अगली बार डिलीवर होने की संभावना { $percent }% (औसत { $base }%)
ndr-share = { $percent }%
ndr-held-out = यह केस बिना स्कोर के रखा है, ताकि स्कोर का असर नापा जा सके
ndr-advised-chance = अगली कोशिश में डिलीवर होने की संभावना { $percent }% है (औसत { $base }%), ख़ास वजह: { $reasons }।
ndr-column-chance = संभावना
ndr-list-note-worth = { $count } में से { $shown }, संभावना × रुपये के हिसाब से, जिनका समय कम वे पहले
ndr-why-title = { $base }% नहीं, { $percent }% क्यों
ndr-why-part = { $label }: { $sign ->
    [minus] −{ $points }
   *[plus] +{ $points }
}
reason-ndr_reason = { $value }
reason-ndr_attempt = कोशिश { $value }
reason-ndr_courier = कूरियर { $value }
reason-ndr_payment = { $value ->
    [cod] कैश ऑन डिलीवरी
   *[prepaid] पहले से भुगतान
}
reason-ndr_value = ऑर्डर { $value } का
reason-ndr_taken = { $value ->
    [0] पहले कोई पार्सल नहीं लिया
   *[other] पहले { $value } पार्सल लिए
}
reason-ndr_came_back = { $value ->
    [0] पहले कोई पार्सल वापस नहीं आया
   *[other] इनके { $value } पार्सल वापस आए
}
reason-ndr_city_returns = इस शहर के { $value }% COD पार्सल वापस आते हैं
reason-ndr_pincode_recovery = इस पिनकोड में { $value }% रुकी डिलीवरी बाद में हो जाती हैं
reason-ndr_answered = { $value ->
    [answered] ग्राहक से बात हुई
    [no-answer] ग्राहक ने जवाब नहीं दिया
   *[not-tried] ग्राहक से अभी किसी ने बात नहीं की
}
reason-ndr_said = { $value ->
    [WillAccept] कहा कि ले लेंगे
    [Reschedule] दूसरा दिन माँगा
    [WrongAddress] कहा कि पता गलत है
    [Refuse] कहा कि नहीं चाहिए
   *[nothing] अभी कुछ नहीं कहा
}
reason-ndr_tries = { $value ->
    [0] अभी तक कोई कोशिश नहीं
   *[other] संपर्क की { $value } कोशिश
}
reason-ndr_address_changed = { $value ->
    [yes] पता ठीक किया गया
   *[no] पता नहीं बदला
}
reason-ndr_minutes_out = { $value ->
    [none] निकलने का स्कैन नहीं है
   *[other] निकलने के { $value } मिनट बाद रुकी
}
reason-ndr_days_open = { $value ->
    [0] पहली बार आज रुकी
   *[other] पहली बार { $value } दिन पहले रुकी
}
reason-ndr_hours_since = { $value ->
    [0] अभी-अभी रुकी
   *[other] { $value } घंटे पहले रुकी
}
reason-fake_minutes = { $value ->
    [under-10] निकलने के 10 मिनट के भीतर रुकी
    [number-10-to-30] निकलने के 10 से 30 मिनट बाद रुकी
    [number-30-to-90] निकलने के 30 से 90 मिनट बाद रुकी
    [over-90] रुकने से पहले 90 मिनट से ज़्यादा बाहर थी
   *[never-went-out] निकलने का स्कैन नहीं है
}
reason-fake_reason = { $value ->
    [away] वजह ऐसी है जो आसानी से बनाई जा सकती है
    [refused] वजह मना करना है
   *[other] ऐसी वजह कम ही बनाई जाती है
}
reason-fake_gap = { $value ->
    [more-than-its-peers] यह कूरियर यहाँ औरों से 10 अंक ज़्यादा "उपलब्ध नहीं" लिखता है
   *[like-its-peers] यह कूरियर यहाँ औरों जितना ही "उपलब्ध नहीं" लिखता है
}
reason-fake_burst = { $value ->
    [burst] कुछ ही मिनट में कई पार्सल इसी वजह से रुके
   *[alone] उस समय और कोई पार्सल ऐसे नहीं रुका
}
reason-fake_clean = { $value ->
    [always-took] ग्राहक ने हमेशा पार्सल लिए
   *[mixed-or-new] पिछले ऑर्डर से कुछ पता नहीं चलता
}
reason-fake_word = { $value ->
    [wants-it] ग्राहक को पार्सल चाहिए
    [refuses] ग्राहक को नहीं चाहिए
   *[silent] ग्राहक ने कुछ नहीं कहा
}
setting-NdrHoldOut = बिना स्कोर के NDR
setting-percent = { $percent }%
error-setting-percent = 0 से { $most } प्रतिशत के बीच बताइए।
ndr-step-wait = रहने दें: दूसरी कोशिश पहले से माँगी हुई है
ndr-hold-out-says = { $since } से रुके पार्सल: स्कोर के साथ { $scored_n } में से { $scored }% डिलीवर हुए, बिना स्कोर वाले { $held_n } में से { $held }%: { $low } से { $high } अंक ज़्यादा (95%){ $clear ->
    [yes] ।
   *[no] , अभी यह संयोग भी हो सकता है।
}
