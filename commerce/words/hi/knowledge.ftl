# What the documents say, and the shop's own documents.

knowledge-says = { $text } [1]
    (स्रोत: { $source })
knowledge-with-source = { $text } (कहाँ से: { $source })
knowledge-nothing = दस्तावेज़ों में इसका जवाब नहीं मिला। दूसरे शब्दों में पूछें, या ऐसा दस्तावेज़ जोड़ें जिसमें यह लिखा हो।
knowledge-list = { $count ->
    [0] इस दुकान ने अभी कोई दस्तावेज़ नहीं जोड़ा। चैट में फ़ाइल डालकर लिखें "इसे हमारी जानकारी में जोड़ो"।
    [one] एक दस्तावेज़ जोड़ा गया है।
   *[other] { $count } दस्तावेज़ जोड़े गए हैं।
}
knowledge-title = हमारे दस्तावेज़
knowledge-field-title = नाम
knowledge-field-readers = किसे बताएँ
knowledge-field-passages = हिस्से
knowledge-field-added = कब जोड़ा
knowledge-field-by = किसने
knowledge-day = { $at }
knowledge-for-customers = ग्राहकों को भी
knowledge-for-staff = हमारी टीम
knowledge-none = नहीं
knowledge-remove = हटाएँ
knowledge-remove-says = { $title } को जानकारी से हटाओ
knowledge-add-title = "{ $title }" को जानकारी में जोड़ें
knowledge-added = "{ $title }" अब जानकारी में है, { $count ->
    [one] एक हिस्सा
   *[other] { $count } हिस्से
}।
knowledge-remove-title = "{ $title }" को जानकारी से हटाएँ
knowledge-removed = "{ $title }" अब जानकारी में नहीं है।
error-knowledge-empty = { $name } में पढ़ने लायक शब्द नहीं मिले। टेक्स्ट, मार्कडाउन, वर्ड, या बिना स्कैन वाला पीडीएफ़ भेजें।
error-knowledge-too-long = इसमें { $count } हिस्से हैं; एक दस्तावेज़ में { $most } तक हो सकते हैं। टुकड़ों में भेजें।
error-knowledge-full = आपके दस्तावेज़ों में मिलाकर { $most } से ज़्यादा हिस्से हैं। पहले कोई हटाएँ।
error-knowledge-there = यह फ़ाइल पहले से जानकारी में है, "{ $title }" नाम से।
error-knowledge-not-found = "{ $name }" नाम का कोई दस्तावेज़ नहीं है। "हमारी जानकारी दिखाओ" लिखें।
error-knowledge-several = "{ $name }" जैसे कई दस्तावेज़ हैं। पूरा नाम लिखें।
error-knowledge-moved-on = "{ $title }" इसके बाद बदल चुका है।
error-knowledge-too-big = दस्तावेज़ { $most } एमबी तक का हो सकता है। छोटा भेजें।
error-knowledge-letters = दस्तावेज़ में { $most } अक्षर तक हो सकते हैं। टुकड़ों में भेजें।
error-knowledge-pages = पीडीएफ़ { $most } पन्नों तक का हो सकता है। टुकड़ों में भेजें।
error-knowledge-kind = मैं मार्कडाउन, टेक्स्ट, पीडीएफ़, वर्ड, एचटीएमएल और सवाल-जवाब की सीएसवी पढ़ता हूँ।
error-knowledge-locked = यह पीडीएफ़ बंद है। बिना पासवर्ड के भेजें।
error-knowledge-broken = यह फ़ाइल ख़राब है। फिर से सहेजकर भेजें।
error-knowledge-columns = सीएसवी में question और answer के कॉलम चाहिए।
form-title = नाम
form-document = दस्तावेज़
form-question = सवाल
form-for-customers = ग्राहकों को भी बताएँ
web-place-knowledge = दस्तावेज़
web-place-knowledge-line = पूछिए कि दस्तावेज़ों में क्या लिखा है, या पूरा पढ़िए: कूरियर, COD, GST और संदेश कैसे चलते हैं, और आपकी दुकान ने क्या जोड़ा।
web-papers = सारे दस्तावेज़
web-paper-about = { $whose ->
    [shop] आपकी दुकान का
   *[product] प्रोडक्ट के साथ आया
} · { $count ->
    [one] एक अंश
   *[other] { $count } अंश
}
web-paper-quoted = यही बताया गया
web-paper-source = कहाँ से: { $source }
web-ui-source = स्रोत
web-ui-source-open = दस्तावेज़ में पढ़ें
error-knowledge-gone = वह दस्तावेज़ अब नहीं है। जो हैं, वे दस्तावेज़ वाले पेज पर हैं।
