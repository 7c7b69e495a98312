# What goes out on messengers.
error-delivery-not-found = Delivery { $number } atki hui nahi hai. "superecom deliveries" sab atki hui dikhata hai.
deliveries-given-up = Atki hui
deliveries-waiting = Intezaar mein
deliveries-none = Yahan se messenger par ab tak kuch nahi bheja gaya.
deliveries-again = { $count ->
    [0] Kuch atka hua nahi tha.
    [one] Ek phir se bheji ja rahi hai. Server kuch second mein bhej dega.
   *[other] { $count } phir se bheji ja rahi hain. Server kuch second mein bhej dega.
}
deliveries-column-number = Number
deliveries-column-channel = Channel
deliveries-column-to = Kise
deliveries-column-says = Kya likha hai
deliveries-column-tries = Koshishein
deliveries-column-next = Agli koshish
deliveries-column-why = Kya gadbad hui
error-delivery-none = Koi message chhoda nahi gaya.
deliveries-found = { $lot ->
    [waiting] { $count ->
        [0] Koi message bhejne ko nahi ruka.
       *[other] { $count } message bhejne ko ruke hain.
    }
    [withheld] { $count ->
        [0] Koi message roka nahi gaya.
       *[other] { $count } message roke gaye.
    }
   *[given_up] { $count ->
        [0] Koi message fail nahi hua.
       *[other] { $count } message fail hue.
    }
}
delivery-lot-given_up = Fail hue
delivery-lot-waiting = Ruke hue
delivery-lot-withheld = Roke gaye
deliveries-moment = { $at }
deliveries-channel = { $channel ->
    [whatsapp] WhatsApp
    [sms] SMS
    [email] E-mail
    [slack] Slack
    [telegram] Telegram
   *[other] { $channel }
}
deliveries-column-state = Haal
deliveries-resend-title = { $number ->
    [0] { $count } fail hue message phir se bhejein
   *[other] Message { $number } phir se bhejein
}
deliveries-button-again = Phir se bhejo
deliveries-button-again-says = Message { $number } phir se bhejo
audit-action-resend_delivery = message phir se bhejna
form-lot = Kaunse
form-number = Number
