# WhatsApp aur SMS.
whatsapp-choose = Chuniye:
whatsapp-open-list = Chuniye
whatsapp-answer-by-number = Number likhkar jawab dijiye.
whatsapp-more-in-file = { $count ->
    [one] …aur ek file mein hai.
   *[other] …aur { $count } file mein hain.
}
carrier-refused = Carrier ne nahi liya ({ $code }). { $said }
carrier-refused-account = Carrier ka account andar nahi aane de raha. Id, token aur balance dekhiye.
carrier-refused-number = Is number par message nahi ja sakta. Customer ka number theek kijiye.
carrier-refused-country = Account is desh mein message nahi bhej sakta. Carrier ki settings mein ijazat dijiye.
carrier-refused-stopped = Inhone message band karne ko kaha tha. Sirf woh khud START likhkar chalu kar sakte hain.
carrier-refused-landline = Is number par message nahi aata, shayad landline hai. Call kijiye.
carrier-refused-long = Ek message ke liye text bahut lamba hai.
carrier-refused-unreachable = Phone band hai ya range mein nahi. Baad mein koshish kijiye, ya call kijiye.
carrier-refused-blocked = Inhone ya inke operator ne dukaan ko block kiya hai. Kisi aur tarah se baat kijiye.
carrier-refused-unknown = Is number par yahan koi nahi milta. Doosra channel dekhiye.
carrier-refused-filtered = Operator ne ise spam samajhkar roka. Registered text bhejiye.
carrier-refused-network = Operator ka network fail hua. Baad mein chal sakta hai.
carrier-refused-dlt = Yeh registered text se mel nahi khata. Header aur template dekhiye.
carrier-refused-late = Samay par nahi pahunch saka.
carrier-refused-refused = Messenger ne mana kar diya.
carrier-refused-sender = Dukaan ka number carrier par iske liye set nahi hai. Settings dekhiye.
carrier-refused-policy = Yeh messenger ke business niyam todta hai.
carrier-refused-sandbox = Inhone abhi sandbox join nahi kiya. Pehle join wala shabd likhein.
carrier-refused-window = Inhone 24 ghante se kuch nahi likha, isliye sirf approved template ja sakta hai.
carrier-refused-busy = Ek saath bahut zyada; carrier dheere karne ko kehta hai.
carrier-refused-media = Carrier photo ya file nahi le paya. Public address dekhiye.
carrier-refused-template = Template is roop mein approved nahi, ya values fit nahi hoti.
carrier-refused-limited = Messenger aise messages ki seema rakhta hai. Kisi aur din koshish kijiye.
carrier-refused-file = File ab wahan nahi hai.
error-carrier-file = Carrier yeh file nahi deta, ya woh 16 MB se badi hai.
error-whatsapp-settings = WhatsApp ke liye { $missing } bhi chahiye.
error-sms-settings = SMS ke liye { $missing } bhi chahiye.
