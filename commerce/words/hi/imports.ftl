imports-from-file = फ़ाइल { $name } से

imports-summary-orders = { $count } ऑर्डर, { $amount }, { $first } से { $last } तक
imports-summary-orders-none = कोई ऑर्डर नहीं लिया जा सका।
imports-summary-ndr = { $count } असफल डिलीवरी, { $amount } लेने थे, { $first } से { $last } तक
imports-summary-ndr-none = कोई असफल डिलीवरी नहीं ली जा सकी।

imports-note-zone = { $count } समय में ज़ोन नहीं लिखा था, { $zone } का समय माना गया (पहला लाइन { $line } पर: { $example })।
imports-note-midnight = { $count } तारीख़ में समय नहीं था, { $zone } में दिन की शुरुआत मानी गई (पहली लाइन { $line } पर: { $example })।
imports-note-day-first = { $count } तारीख़ दो तरह से पढ़ी जा सकती थी, आपके कहने पर पहले दिन माना गया (पहली लाइन { $line } पर: { $example })।
imports-note-month-first = { $count } तारीख़ दो तरह से पढ़ी जा सकती थी, आपके कहने पर पहले महीना माना गया (पहली लाइन { $line } पर: { $example })।
imports-note-cut = { $count } टेक्स्ट ज़्यादा लंबा था, काट दिया गया (पहला लाइन { $line }, कॉलम { $example })।
imports-note-cp1252 = फ़ाइल UTF-8 में नहीं है, Windows-1252 मानकर पढ़ी गई। नाम ग़लत दिखें तो "CSV UTF-8" में दोबारा एक्सपोर्ट कीजिए।
imports-note-pincode = { $count } भारतीय पते में सही 6 अंकों का पिनकोड नहीं है, जैसा था वैसा रखा गया (पहला लाइन { $line } पर: "{ $example }")।
imports-note-lines = { $count } ऑर्डर की लाइनों का जोड़ सबटोटल से नहीं मिलता (बदलाव के बाद ऐसा होता है), ऑर्डर का अपना टोटल रखा गया (पहला ऑर्डर { $example }, लाइन { $line })।
imports-note-rounded = { $count } ऑर्डर के टोटल में 1 से कम का फ़र्क़ है (नकद राउंडिंग), ऑर्डर का अपना टोटल रखा गया (पहला ऑर्डर { $example }, लाइन { $line })।
imports-note-status-behind = { $count } ऑर्डर यहाँ फ़ाइल से आगे बढ़ चुके हैं, उनका स्टेटस नहीं बदला (पहला ऑर्डर { $example }, लाइन { $line })।
imports-note-payment-behind = { $count } ऑर्डर का भुगतान यहाँ फ़ाइल से आगे बढ़ चुका है, उसे नहीं बदला (पहला ऑर्डर { $example }, लाइन { $line })।
imports-note-address = { $count } ऑर्डर का पता यहाँ फ़ाइल से अलग है, यहाँ का पता रखा गया (पहला ऑर्डर { $example }, लाइन { $line })।
imports-note-courier = { $count } पार्सल का कूरियर हम नहीं जानते, Custom रखा गया (पहला पार्सल { $example }, लाइन { $line })।
imports-note-unmapped = { $count } कारण हमारे लिए नया है, कूरियर के शब्दों के साथ Other रखा गया (पहला लाइन { $line } पर: { $example })।
imports-note-report-settled = { $count } पंक्ति ख़ुद कहती है कि पार्सल पहुँच गया या वापस आ रहा है, उसे नहीं छेड़ा (पहला पार्सल { $example }, लाइन { $line })।
imports-note-parcel-settled = { $count } पार्सल यहाँ पहले ही डिलीवर, वापस, रद्द या गुम है, रिपोर्ट ने उसे दोबारा नहीं खोला (पहला पार्सल { $example }, लाइन { $line })।
imports-note-order-over = { $count } अनजान पार्सल ऐसे ऑर्डर का है जो यहाँ डिलीवर या वापस हो चुका है, उसे नहीं छेड़ा (पहला पार्सल { $example }, लाइन { $line })।
imports-note-case-closed = { $count } प्रयास केस बंद होने से पहले का है, केस दोबारा नहीं खोला गया (पहला पार्सल { $example }, लाइन { $line })।
imports-note-other-number = { $count } पार्सल यहाँ रिपोर्ट से अलग ऑर्डर का है, AWB को सही माना गया (पहला पार्सल { $example }, लाइन { $line })।
imports-note-order-made = { $count } ऑर्डर पता नहीं था, रिपोर्ट से बनाया गया (पहला ऑर्डर { $example }, लाइन { $line })। बाक़ी जानकारी के लिए दुकान के अपने ऑर्डर इंपोर्ट कीजिए।
imports-note-no-order-date = { $count } ऑर्डर कब आया, रिपोर्ट नहीं बताती; असफल प्रयास का समय लिया गया (पहला ऑर्डर { $example }, लाइन { $line })।
imports-note-parcel-made = { $count } पार्सल पता नहीं था, उसके ऑर्डर में जोड़ दिया गया (पहला पार्सल { $example }, लाइन { $line })।

error-imports-no-file = { $name } नहीं खुल पाई ({ $why })। नाम देखकर दोबारा कोशिश कीजिए।
error-imports-workbook = { $name } Excel वर्कबुक है। उसे "CSV UTF-8" में सेव कीजिए, या सीधे CSV में दोबारा एक्सपोर्ट कीजिए।
error-imports-packed = { $name } कंप्रेस्ड है। उसे खोलिए और अंदर की CSV फ़ाइल इंपोर्ट कीजिए।
error-imports-not-text = { $name } ऐसी टेक्स्ट फ़ाइल नहीं जो हम पढ़ सकें। "CSV UTF-8" में दोबारा एक्सपोर्ट कीजिए।
error-imports-empty = { $name } ख़ाली है। कम से कम एक पंक्ति के साथ दोबारा एक्सपोर्ट कीजिए।
error-imports-quotes = { $name } में लाइन { $line } पर या उसके बाद का उद्धरण-चिह्न ठीक नहीं: बंद नहीं हुआ, या उसके बाद कुछ लिखा है। कुछ भी इंपोर्ट नहीं हुआ। वहाँ ठीक कीजिए या फ़ाइल दोबारा एक्सपोर्ट कीजिए।
error-imports-columns = { $kind ->
    [orders] { $name } ऑर्डर एक्सपोर्ट नहीं है, ये कॉलम नहीं हैं: { $missing }। Shopify का अपना एक्सपोर्ट (Orders > Export > Plain CSV file) जैसा आता है वैसा चलेगा।
   *[ndr] { $name } NDR रिपोर्ट नहीं है, ये कॉलम नहीं हैं: { $missing }। Shiprocket पैनल की NDR रिपोर्ट CSV में जैसी आती है वैसी चलेगी।
}
error-imports-other-kind = { $other ->
    [orders] { $name } ऑर्डर एक्सपोर्ट है, NDR रिपोर्ट नहीं। इसे orders की तरह इंपोर्ट कीजिए।
   *[ndr] { $name } NDR रिपोर्ट है, ऑर्डर एक्सपोर्ट नहीं। इसे ndr की तरह इंपोर्ट कीजिए।
}

error-imports-rounded = { $column } में { $cell } है: स्प्रेडशीट ने नंबर राउंड कर दिया और आख़िरी अंक खो गए। रिपोर्ट दोबारा एक्सपोर्ट कीजिए और Excel में खोले-सेव किए बिना इंपोर्ट कीजिए।
error-imports-too-long = { $column } { $longest } अक्षर से लंबा है। छोटा करके पंक्ति दोबारा इंपोर्ट कीजिए।
error-imports-no-amount = { $column } में "{ $cell }" है, जो एक ही तरह से पढ़ी जाने वाली रक़म नहीं। 1234.50 जैसा लिखिए।
error-imports-no-count = { $column } में "{ $cell }" है, जो पूरा नंबर नहीं। 2 जैसा लिखिए।
error-imports-no-date = { $column } में "{ $cell }" है, यह तारीख़ हम पढ़ नहीं पाए। 2026-11-22 14:03:11 +0530 जैसा लिखिए।
error-imports-two-dates = { $column } में { $cell } है, जो { $one } या { $other } हो सकता है। बताइए इस फ़ाइल में तारीख़ दिन से शुरू होती है या महीने से, फिर पंक्ति दोबारा इंपोर्ट कीजिए।
error-imports-date-order = { $column } में { $cell } है, जो इस फ़ाइल के लिए बताए गए दिन-महीने के क्रम से उल्टा है। 2026-11-22 जैसा लिखिए।
error-imports-too-wide = पंक्ति में { $cells } सेल हैं, पर फ़ाइल में { $columns } कॉलम। कॉमा वाले टेक्स्ट को उद्धरण-चिह्नों में रखिए।
error-imports-currency = ऑर्डर { $theirs } में है, पर दुकान का हिसाब { $ours } में है। ऐसे ऑर्डर अभी नहीं लिए जा सकते।
error-imports-status = Financial Status "{ $financial }" और Fulfillment Status "{ $fulfillment }" हम नहीं जानते। ये चलेंगे: paid, pending, authorized, partially_paid, partially_refunded, refunded, voided, expired, साथ में fulfilled, partial, unfulfilled या ख़ाली।
error-imports-no-number = { $column } ख़ाली है, ऑर्डर पहचाना नहीं जा सकता। नंबर भरिए।
error-imports-no-first-row = ऑर्डर { $number } की टोटल वाली पंक्ति नहीं है या ठीक ऊपर नहीं है। एक ऑर्डर की सारी पंक्तियाँ साथ रखिए।
error-imports-two-orders = ऑर्डर { $number } की पंक्तियों में { $column } अलग है: शायद दो ऑर्डर का एक ही नंबर है। एक को दूसरा नंबर दीजिए।
error-imports-no-lines = ऑर्डर { $number } में कोई आइटम नहीं। आइटम के साथ दोबारा एक्सपोर्ट कीजिए।
error-imports-told-twice = ऑर्डर { $number } फ़ाइल में लगातार दो बार है और लाइनों का जोड़ नहीं मिलता। एक हटा दीजिए।
error-imports-negative = { $amount } शून्य से कम है। रक़म ठीक करके पंक्ति दोबारा इंपोर्ट कीजिए।
error-imports-sum = टोटल { $total } है, पर हिस्से मिलकर { $parts } होते हैं: { $difference } का हिसाब नहीं मिलता। रक़म ठीक करके ऑर्डर दोबारा इंपोर्ट कीजिए।
error-imports-other-order = नंबर { $number } यहाँ किसी और ऑर्डर का है ({ $channel } से)। एक को दूसरा नंबर दीजिए।
error-imports-no-awb = { $column } ख़ाली है, पार्सल पहचाना नहीं जा सकता। AWB भरिए।
error-imports-no-reason = { $column } ख़ाली है, डिलीवरी क्यों असफल हुई पता नहीं चलता। कूरियर का कारण भरिए।
error-imports-payment = { $column } में "{ $cell }" है। COD या Prepaid लिखिए।
error-imports-unknown-parcel = दुकान न पार्सल { $awb } को जानती है न ऑर्डर { $number } को। पहले ऑर्डर इंपोर्ट कीजिए, या रिपोर्ट में ऑर्डर नंबर, ग्राहक, फ़ोन या पता, भुगतान का तरीक़ा और ऑर्डर का मूल्य रखिए।
error-imports-may-not-add = दुकान ऑर्डर { $number } को नहीं जानती, और आपके रोल को ऑर्डर जोड़ने की अनुमति नहीं। मैनेजर से पहले ऑर्डर इंपोर्ट करवाइए।
