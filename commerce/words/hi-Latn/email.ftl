# E-mail: letters out.
email-more-in-file = { $count ->
    [one] …aur ek file mein hai.
   *[other] …aur { $count } file mein hain.
}
email-refused = Mail server yeh letter nahi le raha: { $said }
email-refused-address = { $address } koi e-mail address nahi hai. Customer ki profile mein theek kijiye.
email-refused-file = Woh file ab nahi hai.
error-email-from = E-mail ke liye SUPERECOM_EMAIL_FROM bhi chahiye, jaise "Asha Kurtis <care@asha.example>".
error-email-clear = SUPERECOM_EMAIL_SECURITY=none se password khula jaayega. starttls ya tls rakhiye.
