# What goes out on messengers.
error-delivery-not-found = No delivery { $number } was given up. "superecom deliveries" lists those that were.
deliveries-given-up = Given up
deliveries-waiting = Waiting
deliveries-none = Nothing was ever brought to a messenger from here.
deliveries-again = { $count ->
    [0] Nothing was given up.
    [one] One is tried again. The server brings it within seconds.
   *[other] { $count } are tried again. The server brings them within seconds.
}
deliveries-column-number = Number
deliveries-column-channel = Channel
deliveries-column-to = To
deliveries-column-says = Says
deliveries-column-tries = Tries
deliveries-column-next = Next try
deliveries-column-why = What went wrong
error-delivery-none = Nothing was given up.
deliveries-found = { $lot ->
    [waiting] { $count ->
        [0] Nothing waits to be sent.
        [one] One message waits to be sent.
       *[other] { $count } messages wait to be sent.
    }
    [withheld] { $count ->
        [0] Nothing was withheld.
        [one] One message was withheld.
       *[other] { $count } messages were withheld.
    }
   *[given_up] { $count ->
        [0] No message was given up.
        [one] One message was given up.
       *[other] { $count } messages were given up.
    }
}
delivery-lot-given_up = Given up
delivery-lot-waiting = Waiting
delivery-lot-withheld = Withheld
deliveries-moment = { $at }
deliveries-channel = { $channel ->
    [whatsapp] WhatsApp
    [sms] SMS
    [email] E-mail
    [slack] Slack
    [telegram] Telegram
   *[other] { $channel }
}
deliveries-column-state = State
deliveries-resend-title = { $number ->
    [0] Send { $count } given up messages again
   *[other] Send message { $number } again
}
deliveries-button-again = Send again
deliveries-button-again-says = Resend message { $number }
audit-action-resend_delivery = send a message again
form-lot = Which
form-number = Number
