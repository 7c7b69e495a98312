consent-title = Messages to { $name }: { $standing ->
    [given] agreed
   *[withdrawn] not wanted
}
consent-service = About their orders
consent-offers = Offers
consent-all = By every channel
consent-only = Only by { $channel }
consent-how = How
consent-standing-given = agreed
consent-standing-withdrawn = not wanted
consent-standing-unknown = nothing said
consent-recorded = Written down: { $standing ->
    [given] { $name } agrees to messages
   *[withdrawn] { $name } wants no messages
}{ $purpose ->
    [service] { " " }about their orders
    [offers] { " " }with offers
   *[all] { "" }
}{ $channel ->
    [whatsapp] { " " }by WhatsApp
    [sms] { " " }by SMS
    [email] { " " }by e-mail
   *[all] { "" }
}.
consent-undone = Taken back
consent-profile-service = Wants no messages about orders
consent-profile-offers = Wants no offers

customer-wish-Yes = Agrees
customer-wish-No = Wants none
purpose-service = About their orders
purpose-offers = Offers
form-wish = Messages
form-purpose = About what

error-consent-withdrawn = { $name } asked not to be written to. Call them; if they agree again, write that down and send it then.
error-consent-unknown = { $name } never agreed to offers. Ask them first and write down that they agree.
error-consent-same = That is written down for { $name } already: { $standing ->
    [given] they agree to messages
   *[withdrawn] they want no messages
}.
error-consent-moved-on = { $name } has said something else since, so this cannot be undone. Write down anew what they want.
order-warning-link-unwanted = The customer asked not to be written to, and the link comes by message. Send it only if they asked for it.

audit-action-record_consent = record consent
