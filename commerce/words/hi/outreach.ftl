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
