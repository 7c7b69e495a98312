order-confirm-title = ऑर्डर { $number } पक्का करना
order-confirmed = ऑर्डर { $number } पक्का हो गया।
order-release-title = ऑर्डर { $number } की रोक हटाना
order-released = ऑर्डर { $number } की रोक हट गई, अब फिर { $status }।
order-note-title = ऑर्डर { $number } पर नोट
order-noted = ऑर्डर { $number } पर नोट लिख दिया: { $note }
order-address-title = ऑर्डर { $number } का नया पता
order-address-changed = ऑर्डर { $number } अब यहाँ जाएगा: { $address }
order-refund-title = ऑर्डर { $number } के { $amount } लौटाना
order-refunded = ऑर्डर { $number } के { $amount } ग्राहक को लौट रहे हैं: पेमेंट कंपनी को अभी कहा है, पैसा 5 से 7 कामकाजी दिन में आता है।{ $left ->
    [none] { "" }
   *[some] { " " }बाकी { $rest } जमा रहेंगे।
}
order-link-title = { $name } को ऑर्डर { $number } का पेमेंट लिंक भेजना: { $amount }
order-link-sent = { $name } ({ $to }) को ऑर्डर { $number } के { $amount } का पेमेंट लिंक जा रहा है, { $until } तक खुला है। जब तक वे भुगतान नहीं करते, ऑर्डर का पैसा बाकी रहेगा।

order-part-name = लेने वाला
order-part-line1 = पता पंक्ति 1
order-part-line2 = पता पंक्ति 2
order-part-landmark = पास की पहचान
order-part-city = शहर
order-part-state = राज्य
order-part-pincode = पिनकोड
order-part-phone = फ़ोन
order-line-pays = देना है
order-line-to = किसको
order-line-until = कब तक
order-percent-off = { $amount } ({ $percent }%)

order-paid-title = ऑर्डर { $number } का भुगतान लिखें: { $total }
order-paid = ऑर्डर { $number } का भुगतान हो गया: { $total } ({ $method })।
order-line-method = भुगतान का तरीक़ा
order-line-collect = लेना है, पार्सल { $awb }
order-line-reference = रेफ़रेंस
order-button-paid = भुगतान हुआ
order-button-paid-says = ऑर्डर { $number } का भुगतान हो गया, लिख दो
order-button-confirm = पक्का करें
order-button-confirm-says = ऑर्डर { $number } कन्फ़र्म करो
order-button-release = रोक हटाएँ
order-button-release-says = ऑर्डर { $number } होल्ड से हटाओ
order-button-refund = पैसा लौटाएँ
order-button-refund-says = ऑर्डर { $number } का रिफ़ंड करो
order-button-link = पेमेंट लिंक
order-button-link-says = ऑर्डर { $number } का पेमेंट लिंक भेजो

order-reason-confirmed = चैट से पक्का किया
order-reason-released = रोक हटाई
order-reason-address = पता बदला
order-reason-refund = { $amount } लौटाए
order-reason-link = { $amount } का पेमेंट लिंक
order-reason-refund-refused = पेमेंट कंपनी ने पैसा नहीं लौटाया: { $why }
order-reason-link-refused = पेमेंट लिंक नहीं गया: { $why }
order-reason-link-paid = पेमेंट लिंक से { $amount } आए

order-warning-not-paid = { $total } अभी नहीं आए हैं। पेमेंट लिंक भेजकर माँग सकते हैं।
order-warning-paid-there = यह ऑर्डर { $channel } से आया था। पैसा वहाँ दिया गया हो तो वहीं से लौटाएँ।
order-warning-paid-in-cash = पैसा नकद मिला था, इसलिए पेमेंट कंपनी ग्राहक से पूछेगी कि कहाँ भेजे।
order-warning-still-coming = ऑर्डर { $number } अब भी ग्राहक के पास जा रहा है। न जाना हो तो रद्द करें या वापस मँगवाएँ।
order-warning-link-there = यह ऑर्डर { $channel } से आया था, और { $channel } बाहर भुगतान नहीं लेने देता।
order-warning-courier-collects = पार्सल { $awb } कूरियर के पास है, वह नकद माँगेगा। ग्राहक ऑनलाइन भुगतान करे तो कूरियर से कहें कि नकद न ले।
order-reason-paid = भुगतान हुआ ({ $method }){ $reference ->
    [none] { "" }
   *[other] , { $reference }
}
order-reason-courier-refused = पार्सल { $awb } के लिए { $courier } यह नहीं करेगा ({ $why })। उन्हें फ़ोन करें।
order-warning-collect-told = { $courier } को बताया जाता है कि पार्सल { $awb } पर कुछ न ले।
order-warning-collect-call = { $courier } पार्सल { $awb } पर अब भी नकद लेगा, और उसे यहाँ से बताया नहीं जा सकता। उन्हें फ़ोन करें।
order-warning-collect-again = { $courier } को बताया जा चुका है कि पार्सल { $awb } पर कुछ न ले। उन्हें फ़ोन करें।
order-warning-label-told = { $courier } को पार्सल { $awb } का नया पता बताया जाता है। उसका लेबल फिर से छापें।
order-warning-label-call = पार्सल { $awb } { $courier } के पास पुराने पते पर बुक है, और उन्हें यहाँ से बताया नहीं जा सकता। उन्हें फ़ोन करें या फिर से बुक करें, और लेबल फिर से छापें।
order-warning-link-useless = ग्राहक के पास जो पेमेंट लिंक है, वह बंद होता है।

order-line-link = पेमेंट लिंक
order-link-asked = { $amount }, भेजा जाने वाला है
order-link-open = { $amount }, खुला है
order-link-closed = { $amount }, बंद
order-link-paid = { $amount }, भुगतान हो गया
order-link-expired = { $amount }, समय ख़त्म
order-link-failed = { $amount }, नहीं भेजा गया
order-warning-link-closes = ग्राहक का { $amount } का पेमेंट लिंक भी बंद होगा, { $at } से हमेशा के लिए, जब यह वापस नहीं हो सकेगा। तब तक उससे जो भुगतान आए, उसे रिफंड करें।
order-warning-link-gone = ऑर्डर का पेमेंट लिंक बंद ही रहेगा। नया भेजें।

orders-cancel-title = { $count } ऑर्डर रद्द करना, कुल { $total }
orders-cancelled = { $count } ऑर्डर रद्द हो गए, कुल { $total }।
orders-confirm-title = { $count } ऑर्डर पक्के करना, कुल { $total }
orders-confirmed = { $count } ऑर्डर पक्के हो गए, कुल { $total }।
orders-hold-title = { $count } ऑर्डर रोकना, कुल { $total }
orders-held = { $count } ऑर्डर रोक दिए गए हैं, कुल { $total }।
orders-row = { $status }, { $total }, { $customer }, { $city }
orders-warning-cod = इनमें से { $count } COD हैं: उनका पैसा डिलीवरी पर आता है।

why-order-already-cancelled = पहले से रद्द
why-order-cancel-shipped = कूरियर के पास
why-order-cancel-delivered = डिलीवर हो चुके
why-order-cancel-returned = वापस आ रहे या आ चुके
why-order-cancel-failed = असफल
why-order-already-held = पहले से रोके हुए
why-order-hold-shipped = कूरियर के पास
why-order-hold-finished = पूरे हो चुके
why-order-already-confirmed = पहले से पक्के
why-order-confirm-held = रोके हुए
why-order-confirm-finished = निकल चुके या पूरे हो चुके
why-order-not-found = इस दुकान में नहीं
why-order-ambiguous = कई ऑर्डर हो सकते हैं
why-order-moved-on = तब से आगे बढ़ गए
why-orders-not-among = बाकी बात से नहीं मिलते

error-order-already-confirmed = ऑर्डर { $number } पहले से पक्का है।
error-order-confirm-held = ऑर्डर { $number } रोका हुआ है। पहले रोक हटाएँ।
error-order-confirm-finished = ऑर्डर { $number } ({ $status }) पक्का करने से आगे निकल चुका है।
error-order-not-held = ऑर्डर { $number } रोका हुआ नहीं है ({ $status }), हटाने को कुछ नहीं है।
error-order-note-empty = ऑर्डर { $number } पर लिखने को कुछ नहीं है। नोट में क्या लिखना है बताइए।
error-order-note-long = ऑर्डर { $number } के लिए नोट बहुत लंबा है: { $most } अक्षर की जगह बची है।
error-order-address-shipped = ऑर्डर { $number } कूरियर के पास है, यहाँ से पता नहीं बदल सकता। डिलीवरी न हो तो सही फ़ोन या पास की पहचान के साथ दोबारा कोशिश माँगें, या वापस मँगवाकर दोबारा भेजें।
error-order-address-finished = ऑर्डर { $number } ({ $status }) पूरा हो चुका है, अब पते से फ़र्क नहीं पड़ता।
error-order-address-same = ऑर्डर { $number } पहले से वहीं जा रहा है। पते में क्या बदलना है बताइए।
error-order-address-empty = पंक्ति 1, शहर, राज्य और नाम खाली नहीं हो सकते।
error-order-pincode = { $pincode } पिनकोड नहीं है। पिनकोड में छह अंक होते हैं और 0 से शुरू नहीं होता।
error-order-pincode-elsewhere = पिनकोड { $pincode } { $there } में है, { $state } में नहीं। सही पिनकोड दें, या उसके साथ का शहर और राज्य।
error-order-phone = { $phone } फ़ोन नंबर नहीं है। दस अंक का नंबर दें, जैसे 98765 43210।
error-order-refund-cod = ऑर्डर { $number } COD है और नकद अभी मिला नहीं, इसलिए लौटाने को कुछ नहीं है। न भेजना हो तो रद्द करें; डिलीवरी के बाद { $total } लौटाए जा सकते हैं।
error-order-refund-unpaid = ऑर्डर { $number } का पैसा आया ही नहीं, लौटाने को कुछ नहीं है। रद्द करें या पेमेंट लिंक भेजें।
error-order-refund-done = ऑर्डर { $number } का पूरा पैसा पहले ही लौटाया जा चुका है।
error-order-refund-too-little = ऑर्डर { $number } में कम से कम ₹1 और ज़्यादा से ज़्यादा { $left } लौटाए जा सकते हैं।
error-order-refund-too-much = ऑर्डर { $number } में { $amount } लौटाने को बाकी नहीं हैं। ज़्यादा से ज़्यादा { $left } लौटाए जा सकते हैं।
error-order-link-paid = ऑर्डर { $number } का भुगतान हो चुका है, देने को कुछ नहीं है।
error-order-link-delivered = ऑर्डर { $number } डिलीवर हो चुका है; नकद कूरियर से आएगा। पेमेंट लिंक डिलीवरी से पहले चलता है।
error-order-link-finished = ऑर्डर { $number } ({ $status }) अब नहीं जा रहा, देने को कुछ नहीं है।
error-order-link-out = ऑर्डर { $number } का { $amount } का लिंक जा चुका है और { $until } तक खुला है। उसके बाद नया भेज सकते हैं।
error-order-link-too-little = ऑर्डर { $number } में इतना कम बाकी है कि पेमेंट लिंक नहीं बन सकता।
error-order-link-nobody = ऑर्डर { $number } के ग्राहक का न फ़ोन है न ई-मेल, लिंक कहाँ भेजें। पहले डिलीवरी के पते में फ़ोन जोड़ें।
error-order-discount = { $percent }% आपकी सीमा से ज़्यादा है (ज़्यादा से ज़्यादा { $most }%)।{ $role ->
    [none] { "" }
   *[other] { " " }कम करें, या { $role } भूमिका वाले से कहें।
}
error-orders-which-cancel = कौन से ऑर्डर रद्द करने हैं? बताइए कैसे चुनें: बिना भुगतान, 5 दिन से पुराने, किसी जगह, चैनल या ग्राहक के, या नंबर से।
error-orders-which-confirm = कौन से ऑर्डर पक्के करने हैं? बताइए कैसे चुनें: COD, आज के, किसी रकम से कम, किसी जगह या चैनल के, या नंबर से।
error-orders-which-hold = कौन से ऑर्डर रोकने हैं? बताइए कैसे चुनें: किसी जगह के, किसी रकम से ऊपर, किसी चैनल या ग्राहक के, या नंबर से।
error-orders-none-fit = ऐसा कोई ऑर्डर नहीं है, इसलिए कुछ नहीं बदला।
error-orders-not-among = यह ऑर्डर बाकी बात से नहीं मिलता।

error-payments-not-connected = कोई पेमेंट कंपनी जुड़ी नहीं है, इसलिए यहाँ से न पैसा लौट सकता है न माँगा जा सकता है। सेटिंग में जोड़ें।
error-payments-too-little = पेमेंट कंपनी इतनी छोटी रकम नहीं भेजती।
error-payments-refused = पेमेंट कंपनी ऑर्डर { $order } का लिंक नहीं बनाएगी।
error-payments-more-than-paid = ऑर्डर { $order } के लिए { $paid } दिए गए थे, पेमेंट कंपनी उससे ज़्यादा नहीं लौटाएगी।
error-payments-link-paid = ऑर्डर { $order } के पेमेंट लिंक से भुगतान हो चुका है, इसलिए वह बंद नहीं हो सकता। उसका रिफंड करें।
error-order-record-paid = ऑर्डर { $number } का भुगतान पहले ही हो चुका है।
error-order-record-finished = ऑर्डर { $number } ({ $status }) रद्द हो चुका है, उसका कुछ बाकी नहीं है।

audit-action-record_payment = भुगतान लिखना
