error-file-not-found = आपकी ऐसी कोई फ़ाइल यहाँ नहीं है। दोबारा भेजिए, तो यहाँ होगी।
error-file-empty = यह फ़ाइल खाली है। जहाँ से आई थी वहाँ दोबारा सेव करके भेजिए।
error-file-too-big = यह फ़ाइल { $megabytes } MB से बड़ी है। इसे हिस्सों में बाँटिए, या सिर्फ़ ज़रूरी पंक्तियाँ और कॉलम सेव करके भेजिए।
error-file-kind = इस तरह की फ़ाइल मैं नहीं पढ़ सकता। CSV, TSV, सादा टेक्स्ट, Excel (.xlsx), PNG, JPEG, WebP या PDF भेजिए।
error-file-old-excel = यह पुरानी Excel फ़ाइल (.xls) है। खोलकर .xlsx या CSV में सेव कीजिए और वही भेजिए।
error-file-macros = इस Excel फ़ाइल में मैक्रो हैं। बिना मैक्रो के .xlsx में सेव करके भेजिए।
error-file-dense = यह Excel फ़ाइल खुलने पर बहुत बड़ी हो जाती है। शीट को CSV में सेव करके भेजिए।
