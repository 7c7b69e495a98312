# Messenger par kaun hai: code, aur unke jawab.
error-link-none = { $channel } par aap jude nahi hain. Jude hue messenger Settings mein dikhte hain.
link-linked = Ho gaya, { $name }: ab main aapko yahan pehchanta hoon. Web chat ki tarah yahan likhiye. Hatana ho to wahan Settings kholiye.
link-proven = Dhanyavaad, { $name }. Ab main aapko yahan pehchanta hoon. Apne order ke baare mein kya jaanna chahenge?
link-asked = Agar { $order } hamare yahan ka order hai, to us par diye phone number ya e-mail par chhe ank ka code bheja gaya hai. { $minutes } minute ke andar woh code yahan bhejiye.
link-wrong = Yeh code sahi nahi hai ya purana ho gaya hai. Jahan se mila tha wahan se naya lijiye, ya order number phir se bhejiye.
link-slow = Bahut baar koshish ho gayi. Please ek ghante baad phir koshish kijiye.
link-code-message = { $shop } ke assistant ke liye aapka code { $code } hai. Yeh { $minutes } minute chalega. Kisi ko mat bataiye: hum phone par kabhi nahi poochhte.
link-code-made = Hamare WhatsApp, Telegram ya doosre messenger par yeh bhejiye: LINK { $code }. Yeh ek baar chalega, { $minutes } minute tak.
link-gone = { $channel } ab aapko nahi pehchanta.
link-channel = { $channel ->
    [whatsapp] WhatsApp
    [sms] SMS
    [slack] Slack
    [telegram] Telegram
    [email] E-mail
   *[other] { $channel }
 }
web-linking-title = Aapke messenger
web-linking-line = WhatsApp, Telegram ya Slack se bhi assistant ko likhiye: yahan code banaiye aur wahan bhejiye.
web-linking-make = Code banaiye
web-ui-linking-unlink = Hataiye
link-let-go = Ab is messenger par aapko nahi pehchaana jaayega, { $name }. Phir se jodne ke liye web chat ki Settings mein code banakar yahan bhejiye, ya apna order number bhejiye.
