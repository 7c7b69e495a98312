consent-title = { $name } ko message: { $standing ->
    [given] haan kaha
   *[withdrawn] nahi chahiye
}
consent-service = Apne order ke baare mein
consent-offers = Offer
consent-all = Har channel se
consent-only = Sirf { $channel } se
consent-how = Kaise
consent-standing-given = haan kaha
consent-standing-withdrawn = nahi chahiye
consent-standing-unknown = kuch nahi kaha
consent-recorded = Likh liya: { $standing ->
    [given] { $name } message lene ko taiyaar hain
   *[withdrawn] { $name } ko message nahi chahiye
}{ $purpose ->
    [service] { " " }(order ke baare mein)
    [offers] { " " }(offer)
   *[all] { "" }
}{ $channel ->
    [whatsapp] , WhatsApp par
    [sms] , SMS par
    [email] , e-mail par
   *[all] { "" }
}.
consent-undone = Wapas liya
consent-profile-service = Order ke message nahi chahiye
consent-profile-offers = Offer nahi chahiye

customer-wish-Yes = Haan kaha
customer-wish-No = Nahi chahiye
purpose-service = Apne order ke baare mein
purpose-offers = Offer
form-wish = Message
form-purpose = Kis baare mein

error-consent-withdrawn = { $name } ne message na bhejne ko kaha hai. Unhe call karein; woh phir haan kahein to likh lein aur tab bhejein.
error-consent-unknown = { $name } ne offer ke liye kabhi haan nahi kaha. Pehle poochein aur likh lein ki woh taiyaar hain.
error-consent-same = { $name } ke liye yeh pehle se likha hai: { $standing ->
    [given] woh message lene ko taiyaar hain
   *[withdrawn] unhe message nahi chahiye
}.
error-consent-moved-on = { $name } ne uske baad kuch aur kaha hai, isliye yeh undo nahi ho sakta. Jo woh chahte hain use phir se likhein.
order-warning-link-unwanted = Customer ne message na bhejne ko kaha hai, aur link message se jaata hai. Tabhi bhejein jab unhone khud maanga ho.

audit-action-record_consent = message ki marzi likhna
