# WhatsApp और SMS।
whatsapp-choose = चुनिए:
whatsapp-open-list = चुनिए
whatsapp-answer-by-number = नंबर लिखकर जवाब दीजिए।
whatsapp-more-in-file = { $count ->
    [one] …और एक फ़ाइल में है।
   *[other] …और { $count } फ़ाइल में हैं।
}
carrier-refused = कैरियर ने नहीं लिया ({ $code })। { $said }
carrier-refused-account = कैरियर का खाता अंदर नहीं आने दे रहा। आईडी, टोकन और बैलेंस देखिए।
carrier-refused-number = इस नंबर पर संदेश नहीं जा सकता। ग्राहक का नंबर ठीक कीजिए।
carrier-refused-country = खाता इस देश में संदेश नहीं भेज सकता। कैरियर की सेटिंग में अनुमति दीजिए।
carrier-refused-stopped = इन्होंने संदेश बंद करने को कहा था। सिर्फ़ वे ख़ुद START लिखकर चालू कर सकते हैं।
carrier-refused-landline = इस नंबर पर संदेश नहीं आता, शायद लैंडलाइन है। कॉल कीजिए।
carrier-refused-long = एक संदेश के लिए लेख बहुत लंबा है।
carrier-refused-unreachable = फ़ोन बंद है या रेंज में नहीं। बाद में कोशिश कीजिए, या कॉल कीजिए।
carrier-refused-blocked = इन्होंने या इनके ऑपरेटर ने दुकान को ब्लॉक किया है। किसी और तरह से बात कीजिए।
carrier-refused-unknown = इस नंबर पर यहाँ कोई नहीं मिलता। दूसरा चैनल देखिए।
carrier-refused-filtered = ऑपरेटर ने इसे स्पैम समझकर रोका। रजिस्टर्ड लेख भेजिए।
carrier-refused-network = ऑपरेटर का नेटवर्क नहीं चला। बाद में चल सकता है।
carrier-refused-dlt = यह रजिस्टर्ड लेख से मेल नहीं खाता। हेडर और टेम्पलेट देखिए।
carrier-refused-late = समय पर नहीं पहुँच सका।
carrier-refused-refused = मैसेंजर ने मना कर दिया।
carrier-refused-sender = दुकान का नंबर कैरियर पर इसके लिए सेट नहीं है। सेटिंग देखिए।
carrier-refused-policy = यह मैसेंजर के व्यापार नियम तोड़ता है।
carrier-refused-sandbox = इन्होंने अभी सैंडबॉक्स जॉइन नहीं किया। पहले जॉइन वाला शब्द लिखें।
carrier-refused-window = इन्होंने 24 घंटे से कुछ नहीं लिखा, इसलिए सिर्फ़ स्वीकृत टेम्पलेट जा सकता है।
carrier-refused-busy = एक साथ बहुत ज़्यादा; कैरियर धीमा करने को कहता है।
carrier-refused-media = कैरियर फ़ोटो या फ़ाइल नहीं ले पाया। सार्वजनिक पता देखिए।
carrier-refused-template = टेम्पलेट इस रूप में स्वीकृत नहीं, या मान मेल नहीं खाते।
carrier-refused-limited = मैसेंजर ऐसे संदेशों की सीमा रखता है। किसी और दिन कोशिश कीजिए।
carrier-refused-file = फ़ाइल अब वहाँ नहीं है।
error-carrier-file = कैरियर यह फ़ाइल नहीं देता, या वह 16 MB से बड़ी है।
error-whatsapp-settings = WhatsApp के लिए { $missing } भी चाहिए।
error-sms-settings = SMS के लिए { $missing } भी चाहिए।
