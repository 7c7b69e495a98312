stock-says = { $title }{ $variants ->
    [1] { "" }
   *[other] { " " }({ $variants } वैरिएंट)
}: { $free } पीस बेचने के लिए खाली ({ $on_hand } स्टॉक में, { $reserved } ऑर्डर के लिए रखे)।{ $out ->
    [0] { "" }
   *[other] { $variants ->
        [1] { " " }स्टॉक ख़त्म है।
       *[other] { " " }{ $variants } में से { $out } वैरिएंट ख़त्म।
    }
}
stock-note = खाली = स्टॉक में जितना है, खुले ऑर्डर के लिए रखा हुआ घटाकर।
stock-number = { $number }
stock-amount = { $amount }
stock-place = { $code }, { $city }

stock-low-found = { $count ->
    [0] { $days } दिन में बिकने वाला कुछ ख़त्म नहीं होगा।
   *[other] { $count } वैरिएंट ख़त्म हैं या { $days } दिन में हो जाएँगे; { $out } अभी ख़त्म। सबसे ज़रूरी: { $first }।
}
stock-low-title = { $days } दिन में ख़त्म होने वाला
stock-low-note = { $count } में से { $shown }। बचे दिन = खाली पीस ÷ पिछले { $pace } दिन में रोज़ कितने बिके, रद्द और असफल ऑर्डर छोड़कर। जो बिका ही नहीं वह कम नहीं गिना जाता।

stock-column-sku = SKU
stock-column-title = प्रोडक्ट
stock-column-warehouse = गोदाम
stock-column-on-hand = स्टॉक में
stock-column-reserved = रखा हुआ
stock-column-free = खाली
stock-column-per-day = रोज़ बिकता
stock-column-days-left = बचे दिन
stock-column-revenue = कमाई, 30 दिन

stock-button-check = स्टॉक
stock-button-check-says = { $sku } का स्टॉक

error-product-not-found = प्रोडक्ट { $product } नहीं मिला। SKU या नाम का कोई शब्द दें।
error-product-nearest = { $product } नाम का कुछ नहीं है। इनमें से कोई?
error-product-ambiguous = { $product } से कई प्रोडक्ट मिलते हैं। कौन सा?
error-warehouse-not-found = गोदाम { $warehouse } नहीं मिला। दुकान के गोदाम: { $known }।
error-warehouse-ambiguous = { $warehouse } से कई गोदाम मिलते हैं। कौन सा?

stock-day = { $day }
stock-never-sold = कभी नहीं
stock-dead-found = { $count ->
    [0] इससे पुराना जो भी स्टॉक में है, सब पिछले { $days } दिन में बिका है।
   *[other] { $count } वैरिएंट { $days } दिन या ज़्यादा से नहीं बिके: { $pieces } पीस, लागत पर { $value }। सबसे ज़्यादा पैसा { $first } में अटका है।
}
stock-dead-title = { $days } दिन से नहीं बिका
stock-dead-note = { $count } में से { $shown }; लागत पर कुल { $all } के स्टॉक में से { $value }। रद्द और असफल ऑर्डर बिक्री नहीं गिने जाते; जो इन { $days } दिनों में ही आया वह शामिल नहीं।
stock-column-value = लागत पर मूल्य
stock-column-last-sold = आख़िरी बिक्री
stock-column-unsold-days = कितने दिन से नहीं बिका

stock-adjust-title = { $place } का स्टॉक बदलें?
stock-adjusted = { $place }: स्टॉक { $before } → { $after }।
stock-difference-reason = वजह
stock-warning-oversold = { $place } के { $reserved } पीस खुले ऑर्डर के लिए रखे हैं; वहाँ सिर्फ़ { $pieces } बचेंगे।
stock-reason-count = गिनती की
stock-reason-received = माल आया
stock-reason-return = ग्राहक से वापस
stock-reason-found = मिल गया
stock-reason-damage = ख़राब
stock-reason-lost = खो गया
stock-reason-expired = एक्सपायर हो गया
stock-reason-sample = सैंपल या अपने काम में
stock-reason-other = दूसरी वजह
error-stock-how = { $pieces } पीस जोड़ने हैं, घटाने हैं, या अभी इतने ही पड़े हैं? “{ $pieces } जोड़ो”, “{ $pieces } घटाओ” या “{ $pieces } पर सेट करो” कहें।
error-stock-below-zero = { $place } पर सिर्फ़ { $pieces } पीस हैं, { $taken } नहीं घटा सकते। गिनती के बाद जितने हैं उतने “सेट” करवाएँ।
error-stock-same = { $place } पर पहले से { $pieces } पीस हैं; कुछ नहीं बदलेगा।
error-stock-moved-on = { $place } पर अब { $pieces } पीस हैं: बीच में कुछ आया या गया, इसलिए वापस नहीं किया। जितने हैं उतने सेट करवाएँ।
error-product-which-variant = { $product } के कई साइज़ या रंग हैं। कौन सा?
error-warehouse-which = किस गोदाम में?
error-no-warehouse = दुकान में अभी कोई गोदाम नहीं है। स्टॉक लिस्ट लाने से गोदाम आ जाएँगे।
