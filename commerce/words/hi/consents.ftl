consent-title = { $name } को संदेश: { $standing ->
    [given] हाँ कहा
   *[withdrawn] नहीं चाहिए
}
consent-service = अपने ऑर्डर के बारे में
consent-offers = ऑफ़र
consent-all = हर चैनल से
consent-only = सिर्फ़ { $channel } से
consent-how = कैसे
consent-standing-given = हाँ कहा
consent-standing-withdrawn = नहीं चाहिए
consent-standing-unknown = कुछ नहीं कहा
consent-recorded = लिख लिया: { $standing ->
    [given] { $name } संदेश लेने को तैयार हैं
   *[withdrawn] { $name } को संदेश नहीं चाहिए
}{ $purpose ->
    [service] { " " }(ऑर्डर के बारे में)
    [offers] { " " }(ऑफ़र)
   *[all] { "" }
}{ $channel ->
    [whatsapp] , WhatsApp पर
    [sms] , SMS पर
    [email] , ई-मेल पर
   *[all] { "" }
}।
consent-undone = वापस लिया
consent-profile-service = ऑर्डर के संदेश नहीं चाहिए
consent-profile-offers = ऑफ़र नहीं चाहिए

customer-wish-Yes = हाँ कहा
customer-wish-No = नहीं चाहिए
purpose-service = अपने ऑर्डर के बारे में
purpose-offers = ऑफ़र
form-wish = संदेश
form-purpose = किस बारे में

error-consent-withdrawn = { $name } ने संदेश न भेजने को कहा है। उन्हें फ़ोन करें; वे फिर हाँ कहें तो लिख लें और तब भेजें।
error-consent-unknown = { $name } ने ऑफ़र के लिए कभी हाँ नहीं कहा। पहले पूछें और लिख लें कि वे तैयार हैं।
error-consent-same = { $name } के लिए यह पहले से लिखा है: { $standing ->
    [given] वे संदेश लेने को तैयार हैं
   *[withdrawn] उन्हें संदेश नहीं चाहिए
}।
error-consent-moved-on = { $name } ने उसके बाद कुछ और कहा है, इसलिए यह वापस नहीं हो सकता। जो वे चाहते हैं उसे फिर से लिखें।
order-warning-link-unwanted = ग्राहक ने संदेश न भेजने को कहा है, और लिंक संदेश से जाता है। तभी भेजें जब उन्होंने ख़ुद माँगा हो।

audit-action-record_consent = संदेश की मर्ज़ी लिखना
