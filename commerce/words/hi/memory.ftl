memory-title = मैं आपके बारे में क्या जानता हूँ
memory-shown = { $count ->
    [0] अभी आपके बारे में कुछ याद नहीं रखा। कुछ पूछिए, फिर कहिए “इसे सुबह की रिपोर्ट कहो”, या “मेरा डिफ़ॉल्ट गोदाम भिवंडी रखो”।
    [one] आपके बारे में एक बात याद है।
   *[other] आपके बारे में { $count } बातें याद हैं।
}
memory-column-what = क्या
memory-column-value = क्या है
memory-column-when = कब से
memory-column-from = किससे जाना
memory-note = मैं वही याद रखता हूँ जो आप कहते हैं। भाषा, चैनल और समय आपके पिछले { $days } दिनों के संदेशों से गिने जाते हैं।
memory-at = { $at }
memory-always = हर बार गिना जाता है
memory-counted = आपके { $count } संदेश
memory-said = “{ $words }”
memory-by-you = आपने चुना
memory-shortcut = “{ $name }”: { $request }
memory-warehouse = { $name } ({ $code })
memory-known = आपके बारे में याद
memory-count = { $count ->
    [0] कुछ नहीं
    [one] एक बात
   *[other] { $count } बातें
}
memory-remembered-shortcut = याद रख लिया। “{ $name }” कहिए, मैं यह फिर दिखा दूँगा: { $request }
memory-remembered-report = याद रख लिया। “मेरी रिपोर्ट” कहिए, मैं यह फिर दिखा दूँगा: { $request }
memory-remembered-warehouse = याद रख लिया। जहाँ आप गोदाम नहीं बोलेंगे, मैं { $warehouse } ({ $code }) लूँगा और बता दूँगा।
memory-remembered-hours = याद रख लिया। आप { $hours } काम करते हैं।
memory-forget = { $what } भूल जाओ
memory-forget-all = सब कुछ भूल जाओ
memory-forget-title = भूल जाओ: { $what }
memory-forgotten = { $count ->
    [one] भूल गया: { $what }।
   *[other] भूल गया: { $what }, { $count } बातें।
}
memory-took-warehouse = मैंने { $code } लिया, आपका डिफ़ॉल्ट गोदाम।
memory-took-hours = मैंने { $at } लिया, जब आपका काम शुरू होता है।
memory-everywhere = सभी गोदामों में
memory-everywhere-says = सभी गोदामों में { $product } का स्टॉक
memory-language-en = अंग्रेज़ी
memory-language-hi = हिंदी
memory-language-hi-Latn = हिंग्लिश
memory-language-ar = अरबी
memory-language-id = इंडोनेशियाई
memory-channel-web = वेब चैट
memory-channel-terminal = टर्मिनल
memory-channel-whatsapp = WhatsApp
memory-channel-sms = SMS
memory-channel-slack = Slack
memory-channel-telegram = Telegram
memory-channel-email = ई-मेल
remembered-language = भाषा
remembered-channel = आम चैनल
remembered-hours = काम के घंटे
remembered-warehouse = डिफ़ॉल्ट गोदाम
remembered-report = डिफ़ॉल्ट रिपोर्ट
remembered-shortcut = शॉर्टकट
remembered-everything = सब कुछ
memorable-shortcut = शॉर्टकट
memorable-report = डिफ़ॉल्ट रिपोर्ट
memorable-warehouse = डिफ़ॉल्ट गोदाम
memorable-hours = काम के घंटे
form-hours = घंटे, जैसे 10:00-19:00
form-request = इसका मतलब क्या है
error-memory-name = नाम में अक्षर हों, ज़्यादा से ज़्यादा { $most }। उद्धरण चिह्न में लिखिए: इसे “सुबह की रिपोर्ट” कहो।
error-memory-what = क्या याद रखूँ? जवाब के बाद कहिए “इसे सुबह की रिपोर्ट कहो”, “मेरा डिफ़ॉल्ट गोदाम भिवंडी रखो”, “मैं 10 से 7 काम करता हूँ”, या “इसे मेरी डिफ़ॉल्ट रिपोर्ट बनाओ”।
error-memory-many = आपके { $most } शॉर्टकट हैं, इससे ज़्यादा नहीं हो सकते। पहले एक भुलवाइए।
error-memory-nothing-asked = यहाँ अभी तक कुछ पूछा नहीं गया। पहले पूछिए, फिर बताइए उसे क्या कहूँ।
error-memory-forget-what = क्या भूल जाऊँ? कहिए “मेरा डिफ़ॉल्ट गोदाम भूल जाओ”, किसी शॉर्टकट का नाम, या “मेरे बारे में सब भूल जाओ”।
error-memory-not-known = { $count ->
    [0] ऐसा कुछ मुझे याद नहीं, तो भूलने को भी कुछ नहीं।
   *[other] ऐसा कुछ मुझे याद नहीं। आपके शॉर्टकट: { $names }।
}
audit-action-remember = याद रखा
audit-action-undo_remember = याद रखना वापस लिया
audit-action-forget = भुला दिया
web-place-memory = आपके बारे में याद
web-place-memory-line = जो आपने याद रखने को कहा, कब से और किस संदेश से। सिर्फ़ आपका; यहीं से भुलवा सकते हैं।
web-act-remember = मेरे बारे में कुछ याद रखो
web-act-forget = मेरे बारे में कुछ भूल जाओ
web-act-undoable = यह तुरंत हो जाता है; चैट में वापस लेने का बटन आता है।
web-places-you = आप
