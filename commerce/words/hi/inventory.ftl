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
