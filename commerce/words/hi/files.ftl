error-file-not-found = आपकी ऐसी कोई फ़ाइल यहाँ नहीं है। दोबारा भेजिए, तो यहाँ होगी।
error-file-empty = यह फ़ाइल खाली है। जहाँ से आई थी वहाँ दोबारा सेव करके भेजिए।
error-file-too-big = यह फ़ाइल { $megabytes } MB से बड़ी है। इसे हिस्सों में बाँटिए, या सिर्फ़ ज़रूरी पंक्तियाँ और कॉलम सेव करके भेजिए।
error-file-kind = इस तरह की फ़ाइल मैं नहीं पढ़ सकता। CSV, TSV, सादा टेक्स्ट, Excel (.xlsx), PNG, JPEG, WebP या PDF भेजिए।
error-file-old-excel = यह पुरानी Excel फ़ाइल (.xls) है। खोलकर .xlsx या CSV में सेव कीजिए और वही भेजिए।
error-file-macros = इस Excel फ़ाइल में मैक्रो हैं। बिना मैक्रो के .xlsx में सेव करके भेजिए।
error-file-dense = यह Excel फ़ाइल खुलने पर बहुत बड़ी हो जाती है। शीट को CSV में सेव करके भेजिए।
error-files-not-kept = यहाँ फ़ाइलें नहीं रखी जातीं, इसलिए न कोई पढ़ी जा सकती है, न बनाई। सर्वर चलाने वाले से फ़ाइलों का फ़ोल्डर लगवाएँ।
error-order-file-there = { $name } ऑर्डर { $number } के साथ पहले से है। ऑर्डर खोलने पर वहीं नीचे दिखेगी।
error-order-files-many = ऑर्डर { $number } के साथ पहले से { $most } फ़ाइलें हैं। पहले एक हटाएँ, या नोट में लिख दें।
error-order-file-gone = वह फ़ाइल अब ऑर्डर { $number } के साथ नहीं है, इसलिए वापस लेने को कुछ नहीं।

files-asks = { $question }
files-leave-out = वे पंक्तियाँ छोड़ दें
files-other-sheet = { $sheet } शीट देखें
files-file = फ़ाइल
files-summary = { $what }: { $ok } ठीक{ $refused ->
    [0] ।
   *[other] , { $refused } नहीं लिए, क्योंकि { $reasons }।
}{ $sample ->
    [0] {""}
   *[other] {" "}फ़ाइल में { $rows } पंक्तियाँ हैं; पहली { $sample } जाँची गईं, बाक़ी अंदर लेते समय जाँची जाएँगी।
}
files-look = { $name } में कुल { $count } हैं। { $summary }
files-reason = { $why } ({ $count ->
    [one] पंक्ति { $line }
   *[other] { $count } बार, पहले पंक्ति { $line } पर
})
files-reasons-more = { $count } और, दूसरी वजहों से
files-import-title = { $name } अंदर लेना: { $what }
files-imported = { $name }: { $added } नए, { $changed } बदले, { $unchanged } पहले से वैसे ही, { $refused } नहीं लिए।
files-no-undo = पूरा वापस नहीं हो सकता: { $why }
files-added = नए
files-changed = बदले
files-unchanged = पहले से वैसे ही
files-refused = नहीं लिए
files-pieces = सारे शेल्फ़ पर पीस
files-together = कुल
files-count = { $count }
files-refused-because = { $reasons ->
    [none] { $count }
   *[other] { $count }: { $reasons }
}
files-first-rows = { $count ->
    [one] पहली पंक्ति, जैसी फ़ाइल में है
   *[other] पहली { $count } पंक्तियाँ, जैसी फ़ाइल में हैं
}{ $sheet ->
    [none] {""}
   *[other] {" "}(शीट { $sheet })
}
files-refused-rows = जो पंक्तियाँ नहीं ली गईं
files-refused-note = हर एक की पंक्ति और वजह के साथ। ठीक करके यही फ़ाइल दोबारा भेजें।
files-read-in = अंदर ले लें
files-read-in-says = { $name } अंदर ले लें
files-until = { $at } तक मिल सकती है
files-with-order = ऑर्डर { $number } के साथ
files-added-by = { $name }, { $at }
files-attach-title = { $name } को ऑर्डर { $number } के साथ रखना
files-attached = { $name } अब ऑर्डर { $number } के साथ है। उसके अंदर क्या है, यह किसी ने नहीं पढ़ा।
files-imports-title = अंदर ली गई फ़ाइलें
files-imports-found = { $count ->
    [0] अभी तक कोई फ़ाइल अंदर नहीं ली गई।
    [one] एक फ़ाइल अंदर ली गई है।
   *[other] पिछली { $count } फ़ाइलें जो अंदर ली गईं।
}
files-column-at = कब
files-column-name = फ़ाइल
files-column-kind = क्या
files-column-by = किसने
files-column-added = नए
files-column-changed = बदले
files-column-refused = नहीं लिए
files-moment = { $at }
files-kept = { $count ->
    [one] { $names } इस बातचीत के साथ रख ली है।
   *[other] ये इस बातचीत के साथ रख ली हैं: { $names }।
} तस्वीरें और काग़ज़ पढ़े नहीं जाते। किसी ऑर्डर के साथ रखना हो तो ऑर्डर नंबर बताएँ।
files-kept-only = { $count ->
    [one] { $names } इस बातचीत के साथ रख ली है; दुकान का कोई व्यक्ति इसे खोल सकता है।
   *[other] ये इस बातचीत के साथ रख ली हैं, दुकान का कोई व्यक्ति खोल सकता है: { $names }।
}
error-files-nothing = इस फ़ाइल का कुछ भी अंदर नहीं आ सकता। { $summary } ठीक करके दोबारा भेजें।
error-files-changed = जो दिखाया गया था, फ़ाइल अब वैसे नहीं पढ़ी जाएगी। फ़ाइल दोबारा भेजें, तब दिखेगा कि अब क्या होगा।
error-files-picture = { $name } तस्वीर या काग़ज़ है, इसमें पढ़ने को पंक्तियाँ नहीं हैं। शीट CSV या Excel में भेजें, या बताएँ किस ऑर्डर के साथ रखनी है।
error-no-file-here = यहाँ { $path } नाम की कोई फ़ाइल नहीं है।
planner-need-file = फ़ाइल भेजें: चैट में छोड़ दें, या पेपर क्लिप दबाएँ।
form-kind = इसमें क्या है
form-dates = तारीख़ें कैसे लिखी हैं
form-mapping = सहेजी हुई मैपिंग
form-sheet = शीट
form-confirmed = अंदाज़े से लिए कॉलम सही हैं
form-again = पहले पढ़ी सूची फिर से लगाएँ
date-order-dmy = पहले दिन: 3/4 यानी 3 अप्रैल
date-order-mdy = पहले महीना: 3/4 यानी 4 मार्च
date-order-leave_out = पता नहीं: वे पंक्तियाँ छोड़ दें
file-holds-orders = ऑर्डर
file-holds-ndr = असफल डिलीवरी (NDR)
file-holds-tracking = पार्सल की ट्रैकिंग
file-holds-stock = स्टॉक सूची
file-holds-products = प्रोडक्ट मास्टर
file-holds-prices = दाम की सूची
file-holds-reviews = रिव्यू
