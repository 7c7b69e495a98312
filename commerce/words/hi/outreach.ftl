# ग्राहकों से पहले से क्या पूछा जाता है।
ask-delivery = नमस्ते { $name }, { $shop } से। आपका पार्सल { $parcel } (ऑर्डर { $order }) नहीं पहुँच पाया{ $reason ->
    [CustomerNotAvailable] : कूरियर कहता है कि वहाँ कोई नहीं था
    [CustomerUnreachable] : कूरियर कहता है कि आपसे बात नहीं हो पाई
    [CustomerRefused] : कूरियर कहता है कि लेने से मना किया गया
    [IncorrectAddress] : कूरियर कहता है कि पता नहीं मिला
    [PremisesClosed] : कूरियर कहता है कि जगह बंद थी
    [CODNotReady] : कूरियर कहता है कि कैश तैयार नहीं था
   *[other] {""}
 }। क्या करें?
ask-button-again = फिर से भेजिए
ask-button-again-says = पार्सल { $parcel } फिर से भेज दो
ask-button-address = पता गलत है
ask-button-address-says = पार्सल { $parcel } का पता गलत है
ask-button-pay = ऑनलाइन पेमेंट
ask-button-pay-says = पार्सल { $parcel } का पेमेंट ऑनलाइन करना है
ask-button-refuse = नहीं चाहिए
ask-button-refuse-says = पार्सल { $parcel } अब नहीं चाहिए
ask-button-person = किसी से बात
ask-button-person-says = पार्सल { $parcel } के बारे में किसी से बात करनी है
error-ask-unknown = “{ $kind }” नाम का कोई सवाल नहीं है। ये हैं: { $known }।
ask-confirm = नमस्ते { $name }, { $shop } से। आपने { $total } का ऑर्डर { $order } कैश ऑन डिलीवरी पर किया है, इस पते पर: { $address }।{ $lacks ->
    [house] { " " }इसमें मकान या फ़्लैट का नंबर नहीं दिख रहा।
    [pincode] { " " }पिनकोड इस जगह का नहीं लग रहा।
    [sense] { " " }पता ठीक से पढ़ा नहीं जा रहा।
   *[none] { "" }
} भेज दें?
ask-address = नमस्ते { $name }, { $shop } से। आपका ऑर्डर { $order } इस पते पर जाना है: { $address }। { $lacks ->
    [pincode] पिनकोड इस जगह का नहीं लग रहा।
    [sense] पता ठीक से पढ़ा नहीं जा रहा।
   *[house] इसमें मकान या फ़्लैट का नंबर नहीं दिख रहा।
} सही पता क्या है?
ask-total = { $total }
ask-channel-whatsapp = WhatsApp
ask-channel-sms = SMS
ask-channel-email = ई-मेल
ask-channel-telegram = Telegram
ask-channel-slack = Slack
ask-confirm-history = ग्राहक से { $channel } पर पुष्टि माँगी
ask-address-history = ग्राहक से { $channel } पर पता पूछा
ask-button-confirm = हाँ, भेज दो
ask-button-confirm-says = हाँ, मेरा ऑर्डर { $parcel } भेज दो
ask-button-order-address = पता बदलो
ask-button-order-address-says = ऑर्डर { $parcel } का पता गलत है
ask-button-order-pay = { $percent ->
    [0] ऑनलाइन पेमेंट
   *[other] ऑनलाइन: { $percent }% कम
}
ask-button-order-pay-says = ऑर्डर { $parcel } का पेमेंट ऑनलाइन करना है
ask-button-cancel = रद्द कर दो
ask-button-cancel-says = ऑर्डर { $parcel } अब नहीं चाहिए
ask-button-right = पता सही है
ask-button-right-says = हाँ, ऑर्डर { $parcel } का पता सही है, भेज दो
ask-button-order-person = किसी से बात
ask-button-order-person-says = ऑर्डर { $parcel } के बारे में किसी से बात करनी है
order-reason-customer-confirmed = ग्राहक ने पुष्टि की
own-confirmation-done = शुक्रिया। ऑर्डर { $subject } पक्का हो गया; हम दिए गए पते पर भेज रहे हैं।
error-own-confirm-late = ऑर्डर { $number } की पुष्टि की अब ज़रूरत नहीं; अभी: { $status }।
error-own-confirmed-already = आप ऑर्डर { $number } की पुष्टि पहले ही कर चुके हैं; हम भेज रहे हैं।
setting-AskDelivery = डिलीवरी न होने पर ग्राहक से पूछना
setting-AskConfirm = कैश ऑर्डर पर ग्राहक से पुष्टि लेना
setting-AskAddress = अधूरे पते पर ग्राहक से पूछना
setting-PrepaidDiscount = कैश ऑर्डर ऑनलाइन चुकाने पर बचत
setting-switch = { $state ->
    [on] चालू
   *[off] बंद
}
error-setting-switch = चालू या बंद कहिए।
audit-action-confirm_my_order = अपना ऑर्डर पक्का करना
ask-link = नमस्ते { $name }, { $shop } पर आपके ऑर्डर { $order } के { $amount } यहाँ चुका सकते हैं: { $link }
