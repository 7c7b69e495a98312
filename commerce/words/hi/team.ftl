team-rows = { $count } में से { $first }–{ $last }
team-button-next = आगे
team-amount = { $amount }
team-moment = { $at }
team-day = { $day }
team-who-for = { $other } की जगह { $name }
team-nobody = कोई नहीं
team-no-limit = कोई सीमा नहीं
team-items = एक साथ { $count }
team-delegate-title = आपकी जगह { $name } मंज़ूरी देंगे
team-revoke-title = { $name } अब आपकी जगह मंज़ूरी नहीं देंगे
team-stands-in = जगह पर
team-days = { $name } की जगह, { $first } से { $last } तक
team-delegated = { $first } से { $last } तक { $name } आपकी सीमा से मंज़ूरी दे सकते हैं। उसके बाद अपने आप ख़त्म।
team-revoked = { $name } अब आपकी जगह मंज़ूरी नहीं देंगे।
team-delegations = { $count ->
    [0] कोई किसी की जगह मंज़ूरी नहीं दे रहा।
    [one] एक व्यक्ति किसी की जगह मंज़ूरी दे रहा है।
   *[other] { $count } लोग किसी की जगह मंज़ूरी दे रहे हैं।
}
team-delegations-title = कौन किसकी जगह
team-column-of = किसकी जगह
team-column-to = कौन
team-column-first = कब से
team-column-last = कब तक
team-limit-title = { $role } की मंज़ूरी सीमा: { $topic }
team-limit-set = हो गया: { $title }।
team-limit-amount = रकम
team-limit-items = एक साथ
team-second-title = { $topic } के लिए दूसरा व्यक्ति
team-second-above = इससे ऊपर दो लोग
team-second-none = ज़रूरी नहीं
approval-list = { $status ->
    [Waiting] { $count ->
        [0] { $whose ->
            [ForMe] आपकी हाँ के लिए कुछ नहीं रुका।
            [Mine] आपका कोई अनुरोध नहीं रुका।
           *[other] मंज़ूरी के लिए कुछ नहीं रुका।
        }
        [one] एक अनुरोध मंज़ूरी के लिए रुका है{ $mine ->
            [0] { "" }
           *[other] , आप इसे तय कर सकते हैं
        }।
       *[other] { $count } अनुरोध मंज़ूरी के लिए रुके हैं; दिखाए गए में से { $mine } आप तय कर सकते हैं।
    }
   *[other] { $count ->
        [0] ऐसा कोई नहीं।
        [one] ऐसा एक है।
       *[other] ऐसे { $count } हैं।
    }
}
approval-table-title = मंज़ूरियाँ
approval-column-what = क्या
approval-column-status = क्या हुआ
approval-column-stake = कितने का
approval-column-asked = किसने माँगा
approval-column-decided = किसने तय किया
approval-column-at = कब
approval-status-pending = रुका है
approval-status-approved = मंज़ूर हुआ
approval-status-done = मंज़ूर होकर हो गया
approval-status-failed = मंज़ूर हुआ, पर हो नहीं पाया
approval-status-declined = मना कर दिया
approval-status-expired = समय निकल गया
approval-status-replaced = नया अनुरोध आ गया
approval-status-withdrawn = वापस लिया गया
approval-topic-Everything = सब कुछ
approval-topic-Cancellations = रद्द करना
approval-topic-Returns = वापसी (RTO)
approval-topic-Refunds = रिफ़ंड
approval-topic-Discounts = छूट
approval-topic-Prices = दाम
approval-topic-Stock = स्टॉक
people-role-Owner = मालिक
people-role-Admin = एडमिन
people-role-Manager = मैनेजर
people-role-Operator = ऑपरेटर
people-role-NdrAgent = NDR एजेंट
people-role-Viewer = दर्शक
people-role-Customer = ग्राहक
people-standing-Active = आ सकते हैं
people-standing-Disabled = बंद
people-list = { $count ->
    [0] ऐसा कोई नहीं।
    [one] एक व्यक्ति{ $role ->
        [none] { "" }
       *[other] { " " }({ $role })
    }{ $status ->
        [Disabled] { " " }का प्रवेश बंद है।
       *[other] { " " }यहाँ काम करता है।
    }
   *[other] { $count } लोग{ $role ->
        [none] { "" }
       *[other] { " " }({ $role })
    }{ $status ->
        [Disabled] { " " }का प्रवेश बंद है।
       *[other] { " " }यहाँ काम करते हैं।
    }
}
people-list-title = लोग
people-column-name = नाम
people-column-role = भूमिका
people-column-contact = कहाँ मिलेंगे
people-column-access = प्रवेश
people-column-seen = आख़िरी बार
people-invite-title = { $name } को { $role } के रूप में बुलाएँ
people-invited = { $name } को { $role } के रूप में बुलाया गया।
people-link-title = { $name } का लिंक
people-link-body = “लोग” खोलिए और नाम के सामने “लिंक दिखाएँ” दबाइए। वेब का लिंक और WhatsApp, Telegram या Slack पर जुड़ने का कोड दिखेगा (वे JOIN और कोड लिखें)। दोनों एक ही बार दिखते हैं, एक ही बार चलते हैं, और { $hours } घंटे तक; इन्हें ख़ुद भेजिए।
people-role-title = { $name } की भूमिका बदलें
people-role-changed = { $name } अब { $role } हैं।
people-disable-title = { $name } का प्रवेश बंद करें
people-disabled = { $name } अब अंदर नहीं आ सकते। सत्र बंद हो गए और उनके अनुरोध वापस ले लिए गए।
people-disable-warning = खुले सत्र बंद होंगे और रुके अनुरोध वापस होंगे। वापस करने पर प्रवेश मिलेगा, ये दोनों नहीं।
audit-title = ऑडिट लॉग
audit-nothing = लॉग में ऐसा कुछ नहीं।
audit-found = { $count ->
    [one] एक पंक्ति। { $who }: { $action }, { $subject }, { $at }।
   *[other] { $count } पंक्तियाँ। सबसे नई: { $who }: { $action }, { $subject }, { $at }।
}
audit-line = { $who }: { $action }, { $subject }, { $at }।
audit-nobody = कोई नहीं
audit-open = पूरा देखें
audit-open-says = लॉग की पंक्ति { $line } दिखाओ
audit-detail-title = { $action }: { $subject }
audit-detail-note = पंक्ति { $line } · { $at } · { $who } · { $channel } से · turn { $turn } · क्यों: { $why }
audit-column-at = कब
audit-column-who = किसने
audit-column-action = क्या
audit-column-subject = किस पर
audit-column-why = क्यों
audit-column-field = फ़ील्ड
audit-column-before = पहले
audit-column-after = बाद में
setting-shown = { $name }: ज़ोन { $zone }, भाषा { $language }, मंज़ूरी { $minutes } मिनट रुकती है।
setting-title = सेटिंग
setting-column-setting = सेटिंग
setting-column-value = क्या है
setting-column-topic = किसके लिए
setting-limits-title = कौन अकेले कितना मंज़ूर कर सकता है
setting-limits-note = मालिक और एडमिन की कोई सीमा नहीं। सीमा के बराबर हो तो चलेगा।
setting-second-note = { $topic } में { $above } से ऊपर दो लोगों की हाँ चाहिए।
setting-Name = दुकान का नाम
setting-Zone = समय क्षेत्र
setting-Language = भाषा
setting-ApprovalMinutes = मंज़ूरी कितनी देर रुके
setting-language-en = अंग्रेज़ी
setting-language-hi = हिंदी
setting-language-hi-Latn = हिंग्लिश
setting-minutes = { $minutes } मिनट
setting-change-title = बदलें: { $setting }
setting-changed = { $setting }: { $value }।
setting-my-language = { $language ->
    [English] अब से आपको अंग्रेज़ी में जवाब दूँगा।
    [Hindi] अब से आपको हिंदी में जवाब दूँगा।
    [Hinglish] अब से आपको हिंग्लिश में जवाब दूँगा।
   *[other] आप जिसमें लिखेंगे उसी में जवाब दूँगा।
}
planner-need-name = नाम या नया मान क्या है?
planner-need-contact = कौन सा ई-मेल या फ़ोन नंबर?
planner-need-StaffRole = कौन सी भूमिका: मालिक, एडमिन, मैनेजर, ऑपरेटर, NDR एजेंट या दर्शक?
planner-need-Setting = कौन सी सेटिंग: नाम, समय क्षेत्र, भाषा, या मंज़ूरी कितनी देर रुके?
planner-need-AnswerLanguage = कौन सी भाषा: अंग्रेज़ी, हिंदी या हिंग्लिश?
error-people-above-you = { $role } आपसे ऊपर है। यह वही कर सकता है जिसकी भूमिका कम से कम उतनी हो।
error-people-not-yourself = कोई अपनी भूमिका ख़ुद नहीं बढ़ा सकता। दुकान के मालिक से कहिए।
error-people-role-same = उनकी भूमिका पहले से { $role } है।
error-people-last-owner = यह आख़िरी मालिक है, और दुकान का एक मालिक होना ज़रूरी है। पहले किसी और को मालिक बनाइए।
error-people-disable-self = आप ख़ुद को बंद नहीं कर सकते। किसी और मालिक या एडमिन से कहिए।
error-people-nobody = दुकान में { $name } नाम का कोई नहीं। ये हैं: { $names }
error-people-several = { $name } नाम के कई लोग हैं। कौन?
error-people-taken = { $contact } पहले से { $name } का है।
error-people-came-in = { $name } अंदर आ चुके हैं। प्रवेश बंद कीजिए।
error-people-no-contact = { $contact } न ई-मेल है न फ़ोन नंबर।
error-people-stands-in-already = { $name } पहले से आपकी जगह हैं, { $last } तक।
error-people-stand-in-self = आप अपनी जगह ख़ुद नहीं हो सकते। किसी साथी का नाम बताइए।
error-people-cannot-stand-in = { $name } { $role } हैं और कुछ मंज़ूर नहीं कर सकते। किसी और का नाम बताइए।
error-people-does-not-stand-in = { $name } आपकी जगह नहीं हैं।
error-people-days-backwards = { $first } से { $last } नहीं हो सकता: आज या बाद से शुरू हो, और उसके बाद ख़त्म।
error-people-days-many = यह बहुत लंबा है। ज़्यादा से ज़्यादा { $most } दिन; उससे लंबा हो तो भूमिका बदलिए।
error-setting-moved = यह बाद में फिर बदला गया, इसलिए वैसा ही रहने दिया।
error-setting-same = पहले से ऐसा ही है।
error-setting-name = दुकान के नाम में 1 से { $most } अक्षर होते हैं।
error-setting-language = { $language } कोई जानी हुई भाषा नहीं। अंग्रेज़ी, हिंदी या हिंग्लिश चुनिए।
error-setting-minutes = मंज़ूरी { $least } से { $most } मिनट तक रुक सकती है। मिनट में बताइए।
error-audit-not-found = लॉग में ऐसी कोई पंक्ति नहीं।
error-approval-second-amount = कितने से ऊपर दो लोगों की हाँ चाहिए? जैसे: रिफ़ंड 10000 से ऊपर।
web-ui-state-withdrawn = जिसने माँगा था वह अब यहाँ काम नहीं करता। कुछ नहीं बदला।
