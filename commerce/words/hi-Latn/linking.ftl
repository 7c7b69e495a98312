# Messenger par kaun hai: code, aur unke jawab.
error-link-none = { $channel } par aap jude nahi hain. Jude hue messenger Settings mein dikhte hain.
link-linked = Ho gaya, { $name }: ab main aapko yahan pehchanta hoon. Web chat ki tarah yahan likhiye. Hatana ho to wahan Settings kholiye.
link-joined = { $shop } mein swagat hai, { $name }: aap yahan { $role_name } hain, aur ab se main aapko is messenger par pehchanta hoon. { $role ->
    [NdrAgent] Mujhse apni list maangiye (“mere NDR case”), dobara delivery maangiye, call likhwaiye ya customer ko message bhijwaiye: kuch bhi badalne se pehle main aapki haan poochhunga.
    [Operator] Mujhse order, parcel, stock aur NDR case poochhiye aur badalwaiye: kuch bhi badalne se pehle main aapki haan poochhunga.
    [Viewer] Mujhse order, parcel, stock aur figures poochhiye. Aap dekh sakte hain; badlaav doosre karenge.
   *[other] Mujhse order, parcel, stock, daam, customer aur figures poochhiye aur badalwaiye: kuch bhi badalne se pehle main aapki haan poochhunga.
 } Ise khatam karne ke liye UNLINK likhiye.
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
web-linking-line = WhatsApp, Telegram ya Slack se bhi assistant ko likhiye: yahan code banaiye aur wahan bhejiye, ya wahan LINK likhiye aur jo link aaye use kholiye.
web-linking-make = Code banaiye
web-ui-linking-unlink = Hataiye
link-let-go = Ab is messenger par aapko nahi pehchaana jaayega, { $name }. Phir se jodne ke liye web chat ki Settings mein code banakar yahan bhejiye, ya apna order number bhejiye.
error-link-gone = Yeh link nahi chalta, ya ab purana ho gaya hai. Naya paane ke liye messenger mein LINK likhiye.
error-link-of-another = Yeh messenger { $name } ka hai. Pehle { $name } wahan UNLINK likhein, ya aap apne messenger se link maangiye.
link-sent = Agar aap { $shop } mein kaam karte hain, ya uski web chat mein pehle sign in kiya hai, to { $minutes } minute ke andar ise kholiye aur wahan button dabaiye; phir main aapko yahan pehchanunga: { $link } Yeh link kisi ko mat dijiye.
web-link-page-title = { $channel } jodein?
web-link-page-who = { $channel } par jo { $who } se likhega, assistant use { $shop } ke { $name } ({ $role }) maanega.
web-link-page-warning = Phir wahan woh sab dekha aur kiya ja sakega jo { $name } yahan kar sakte hain. Button tabhi dabaiye jab yeh link abhi aapne hi wahan maanga ho aur woh account aapka ho.
web-link-page-button = Mera hi hai: { $channel } jodiye
web-link-page-back = Nahi, wapas jaiye
web-link-page-done = Ho gaya: { $channel } ab aapko { $name } ke roop mein pehchanta hai. Yeh page band karke wahan likhiye.
