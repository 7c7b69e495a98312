# What goes out on messengers.
error-delivery-not-found = Delivery { $number } अटकी हुई नहीं है। "superecom deliveries" सभी अटकी हुई दिखाता है।
deliveries-given-up = अटकी हुई
deliveries-waiting = इंतज़ार में
deliveries-none = यहाँ से मैसेंजर पर अब तक कुछ नहीं भेजा गया।
deliveries-again = { $count ->
    [0] कुछ अटका हुआ नहीं था।
    [one] एक फिर से भेजी जा रही है। सर्वर कुछ सेकंड में भेज देगा।
   *[other] { $count } फिर से भेजी जा रही हैं। सर्वर कुछ सेकंड में भेज देगा।
}
deliveries-column-number = नंबर
deliveries-column-channel = चैनल
deliveries-column-to = किसे
deliveries-column-says = क्या लिखा है
deliveries-column-tries = कोशिशें
deliveries-column-next = अगली कोशिश
deliveries-column-why = क्या गड़बड़ हुई
error-delivery-none = कोई संदेश छोड़ा नहीं गया।
deliveries-found = { $lot ->
    [waiting] { $count ->
        [0] कोई संदेश भेजने को नहीं रुका।
       *[other] { $count } संदेश भेजने को रुके हैं।
    }
    [withheld] { $count ->
        [0] कोई संदेश रोका नहीं गया।
       *[other] { $count } संदेश रोके गए।
    }
   *[given_up] { $count ->
        [0] कोई संदेश विफल नहीं हुआ।
       *[other] { $count } संदेश विफल हुए।
    }
}
delivery-lot-given_up = विफल
delivery-lot-waiting = रुके हुए
delivery-lot-withheld = रोके गए
deliveries-moment = { $at }
deliveries-channel = { $channel ->
    [whatsapp] WhatsApp
    [sms] SMS
    [email] ई-मेल
    [slack] Slack
    [telegram] Telegram
   *[other] { $channel }
}
deliveries-column-state = हाल
deliveries-resend-title = { $number ->
    [0] { $count } विफल संदेश फिर से भेजें
   *[other] संदेश { $number } फिर से भेजें
}
deliveries-button-again = फिर से भेजें
deliveries-button-again-says = संदेश { $number } फिर से भेजो
audit-action-resend_delivery = संदेश फिर से भेजना
form-lot = कौन से
form-number = नंबर
