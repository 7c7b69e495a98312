# E-mail: letters out.
email-more-in-file = { $count ->
    [one] …और एक फ़ाइल में है।
   *[other] …और { $count } फ़ाइल में हैं।
}
email-refused = मेल सर्वर यह चिट्ठी नहीं ले रहा: { $said }
email-refused-address = { $address } कोई ई-मेल पता नहीं है। ग्राहक की प्रोफ़ाइल में ठीक कीजिए।
email-refused-file = वह फ़ाइल अब नहीं है।
error-email-from = ई-मेल के लिए SUPERECOM_EMAIL_FROM भी चाहिए, जैसे "Asha Kurtis <care@asha.example>".
error-email-clear = SUPERECOM_EMAIL_SECURITY=none से पासवर्ड खुला जाएगा। starttls या tls रखिए।
