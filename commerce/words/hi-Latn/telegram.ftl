# Telegram: what it shows, and what went wrong there.
telegram-more-in-file = { $count ->
    [one] …aur ek file mein hai.
   *[other] …aur { $count } file mein hain.
}
telegram-button-gone = Yeh button ab kaam ka nahi raha. Please phir se poochhiye.
telegram-refused = Telegram yeh nahi le raha: { $said }
telegram-refused-blocked = Is vyakti ne Telegram par assistant ko block kiya hai ya chhod diya hai. Kisi aur tarike se sampark kijiye.
telegram-refused-chat = Telegram ab is chat ko nahi jaanta. Unse kahiye ki assistant ko ek baar likhein.
telegram-refused-file = Woh file ab nahi hai.
error-telegram-settings = Webhook se Telegram chalane ke liye { $missing } bhi chahiye. Ya SUPERECOM_TELEGRAM_UPDATES=polling rakhiye.
error-telegram-token = SUPERECOM_TELEGRAM_TOKEN kisi bot ka token nahi hai. Woh 123456789:AAH… jaisa hota hai, jaisa @BotFather ne likha.
error-telegram-file = Telegram yeh file nahi de raha. Yahan 20 MB tak ki file bheji ja sakti hai; badi file web chat mein.
