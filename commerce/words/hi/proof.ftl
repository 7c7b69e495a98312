proof-title = डिलीवरी का सबूत: पार्सल { $awb }
proof-made = { $shop } ({ $by }) ने { $at } को बनाया
proof-key = इस कुंजी से हस्ताक्षरित: { $fingerprint }
proof-heading-case = मामला
proof-heading-attempts = कूरियर अपनी कोशिशों के बारे में क्या कहता है
proof-heading-story = सब कुछ, समय के हिसाब से
proof-heading-seal = इस फ़ाइल को कैसे जाँचें
proof-story-note = समय { $zone } का है, नीचे UTC। स्कैन पर कूरियर का अपना समय है, और हमें कब पता चला। छोटे अंक उस प्रविष्टि और उससे पहले सबका डाइजेस्ट हैं।
proof-line-order = ऑर्डर
proof-line-items = सामान
proof-line-total = कुल
proof-line-customer = ग्राहक
proof-line-contact = संपर्क
proof-line-address = डिलीवरी का पता
proof-line-courier = कूरियर
proof-line-opened = पहली बार विफल
proof-line-status = स्थिति
proof-line-signs = आख़िरी कोशिश के ख़िलाफ़
proof-line-digest = सामग्री का डाइजेस्ट
proof-line-key = कुंजी का फ़िंगरप्रिंट
proof-order = { $order }, { $at } को आया
proof-total = { $total }, { $method }
proof-attempt-number = कोशिश { $number }
proof-attempt = { $reason } · कूरियर का कोड: { $code } · उसके शब्द: { $text }
proof-scan = { $who }: { $what }{ $place ->
    [none] { "" }
   *[other] , { $place }
}
proof-from-customer = { $who } ने लिखा ({ $channel })
proof-to-customer = { $who ->
    [none] दुकान के सहायक ने लिखा
   *[other] दुकान से { $who } ने लिखा
} ({ $channel })
proof-call = { $who ->
    [none] कॉल
   *[other] { $who } ने कॉल किया
}{ $outcome ->
    [none] { "" }
   *[other] : ग्राहक { $outcome }
}
proof-action = { $who ->
    [none] दुकान
   *[other] { $who }
}: { $what }
proof-at-heard = हमें पता चला: { $at }
proof-at-sent = भेजा: { $at }
proof-at-delivered = फ़ोन पर पहुँचा: { $at }
proof-at-read = पढ़ा: { $at }
proof-transcribed = बोला गया; मशीन ने लिखा
proof-with-pressed = बटन दबाया: { $value }
proof-with-code = कोड: { $value }
proof-with-status = हाल: { $value }
proof-with-ids = वाहक के यहाँ इस नाम से: { $value }
proof-seal = { $count } प्रविष्टियाँ, एक-दूसरे से जुड़ी हुई: हर डाइजेस्ट पिछले डाइजेस्ट और उस प्रविष्टि का SHA-256 है, पूरी सामग्री इसी PDF में content.json में है। फ़ाइल की आख़िरी पंक्ति उससे पहले के हर बाइट पर Ed25519 हस्ताक्षर है; “superecom verify FILE” दोनों जाँचता है। पक्का करना हो तो दुकान से उसकी कुंजी का फ़िंगरप्रिंट पूछ लें।
proof-footer = पार्सल { $awb } · { $digest } · { $page } / { $pages }
proof-packed = { $awb } का प्रूफ़ पैक तैयार है: { $entries } प्रविष्टियाँ, कुंजी { $fingerprint } से हस्ताक्षरित।
proof-file-title = { $awb } का प्रूफ़ पैक
proof-file-note = { $entries } प्रविष्टियाँ, हस्ताक्षरित
proof-written = { $name }: { $entries } प्रविष्टियाँ, कुंजी { $fingerprint } से हस्ताक्षरित
proof-verified = { $name } वैसी ही है जैसी हस्ताक्षरित हुई थी, कुंजी { $fingerprint } से, जो { $shop } की है।
proof-verified-unknown = { $name } वैसी ही है जैसी हस्ताक्षरित हुई थी, पर कुंजी { $fingerprint } से, जो यहाँ किसी की नहीं है। दुकान से उसकी कुंजी का फ़िंगरप्रिंट पूछकर --key से बताएँ।
proof-verified-named = { $name } वैसी ही है जैसी हस्ताक्षरित हुई थी, आपकी बताई कुंजी { $fingerprint } से।
proof-broken = { $name } वैसी नहीं है जैसी हस्ताक्षरित हुई थी: फ़ाइल और हस्ताक्षर मेल नहीं खाते।
proof-unsigned = { $name } के अंत में हस्ताक्षर नहीं है।
ndr-button-proof = प्रूफ़ पैक
ndr-button-proof-says = पार्सल { $awb } का प्रूफ़ पैक बनाओ
error-proof-no-key = यहाँ कुछ हस्ताक्षरित नहीं हो सकता, कोई कुंजी नहीं रखी है।
error-proof-language = यह भाषा नहीं है। ये हैं: { $languages }।
proof-outcome = ग्राहक { $outcome }
proof-not-drawn = [{ $script } लिपि: content.json देखें]
