# Telegram: what it shows, and what went wrong there.
telegram-more-in-file = { $count ->
    [one] …और एक फ़ाइल में है।
   *[other] …और { $count } फ़ाइल में हैं।
}
telegram-button-gone = यह बटन अब काम का नहीं रहा। कृपया फिर से पूछिए।
telegram-refused = Telegram यह नहीं ले रहा: { $said }
telegram-refused-blocked = इस व्यक्ति ने Telegram पर असिस्टेंट को ब्लॉक किया है या छोड़ दिया है। किसी और तरीके से संपर्क कीजिए।
telegram-refused-chat = Telegram अब इस चैट को नहीं जानता। उस व्यक्ति से कहिए कि असिस्टेंट को एक बार लिखें।
telegram-refused-file = वह फ़ाइल अब नहीं है।
error-telegram-settings = Webhook से Telegram चलाने के लिए { $missing } भी चाहिए। या SUPERECOM_TELEGRAM_UPDATES=polling रखिए।
error-telegram-token = SUPERECOM_TELEGRAM_TOKEN किसी बॉट का टोकन नहीं है। वह 123456789:AAH… जैसा होता है, जैसा @BotFather ने लिखा।
error-telegram-file = Telegram यह फ़ाइल नहीं दे रहा। यहाँ 20 MB तक की फ़ाइल भेजी जा सकती है; बड़ी फ़ाइल वेब चैट में।
