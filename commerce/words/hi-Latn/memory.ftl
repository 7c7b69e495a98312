memory-title = Main aapke baare mein kya jaanta hoon
memory-shown = { $count ->
    [0] Abhi aapke baare mein kuch yaad nahi rakha. Kuch poochhiye, phir boliye “isko subah ki report bolo”, ya “mera default warehouse Bhiwandi rakho”.
    [one] Aapke baare mein ek baat yaad hai.
   *[other] Aapke baare mein { $count } baatein yaad hain.
}
memory-column-what = Kya
memory-column-value = Kya hai
memory-column-when = Kab se
memory-column-from = Kahan se jaana
memory-note = Main wahi yaad rakhta hoon jo aap kehte hain. Bhasha, channel aur time aapke pichle { $days } din ke messages se gine jaate hain.
memory-at = { $at }
memory-always = har baar gina jaata hai
memory-counted = aapke { $count } messages
memory-said = “{ $words }”
memory-by-you = aapne chuna
memory-shortcut = “{ $name }”: { $request }
memory-warehouse = { $name } ({ $code })
memory-known = Aapke baare mein yaad
memory-count = { $count ->
    [0] kuch nahi
    [one] ek baat
   *[other] { $count } baatein
}
memory-remembered-shortcut = Yaad rakh liya. “{ $name }” boliye, main ye phir se dikha doonga: { $request }
memory-remembered-report = Yaad rakh liya. “Meri report” boliye, main ye phir se dikha doonga: { $request }
memory-remembered-warehouse = Yaad rakh liya. Jahan aap warehouse nahi bolenge, main { $warehouse } ({ $code }) lunga aur bata doonga.
memory-remembered-hours = Yaad rakh liya. Aap { $hours } kaam karte hain.
memory-forget = { $what } bhool jao
memory-forget-all = Sab kuch bhool jao
memory-forget-title = Bhool jao: { $what }
memory-forgotten = { $count ->
    [one] Bhool gaya: { $what }.
   *[other] Bhool gaya: { $what }, { $count } baatein.
}
memory-took-warehouse = Maine { $code } liya, aapka default warehouse.
memory-took-hours = Maine { $at } liya, jab aapka kaam shuru hota hai.
memory-everywhere = Saare warehouse mein
memory-everywhere-says = Saare warehouse mein { $product } ka stock
memory-language-en = English
memory-language-hi = Hindi
memory-language-hi-Latn = Hinglish
memory-language-ar = Arabic
memory-language-id = Indonesian
memory-channel-web = web chat
memory-channel-terminal = terminal
memory-channel-whatsapp = WhatsApp
memory-channel-sms = SMS
memory-channel-slack = Slack
memory-channel-telegram = Telegram
memory-channel-email = e-mail
remembered-language = Bhasha
remembered-channel = Aam channel
remembered-hours = Kaam ke ghante
remembered-warehouse = Default warehouse
remembered-report = Default report
remembered-shortcut = Shortcut
remembered-everything = Sab kuch
memorable-shortcut = Shortcut
memorable-report = Default report
memorable-warehouse = Default warehouse
memorable-hours = Kaam ke ghante
form-hours = Ghante, jaise 10:00-19:00
form-request = Iska matlab kya hai
error-memory-name = Naam mein akshar hon, zyada se zyada { $most }. Quotes mein likhiye: isko “subah ki report” bolo.
error-memory-what = Kya yaad rakhoon? Jawab ke baad boliye “isko subah ki report bolo”, “mera default warehouse Bhiwandi rakho”, “main 10 se 7 kaam karta hoon”, ya “isko meri default report banao”.
error-memory-many = Aapke { $most } shortcuts hain, isse zyada nahi ho sakte. Pehle ek bhulwaiye.
error-memory-nothing-asked = Yahan abhi tak kuch poochha nahi gaya. Pehle poochhiye, phir boliye usko kya bulaoon.
error-memory-forget-what = Kya bhool jaoon? Boliye “mera default warehouse bhool jao”, kisi shortcut ka naam, ya “mere baare mein sab bhool jao”.
error-memory-not-known = { $count ->
    [0] Aisa kuch mujhe yaad nahi, to bhoolne ko bhi kuch nahi.
   *[other] Aisa kuch mujhe yaad nahi. Aapke shortcuts: { $names }.
}
audit-action-remember = yaad rakha
audit-action-undo_remember = yaad rakhna wapas liya
audit-action-forget = bhula diya
web-place-memory = Aapke baare mein yaad
web-place-memory-line = Jo aapne yaad rakhne ko kaha, kab se aur kis message se. Sirf aapka; yahin se bhulwa sakte hain.
web-act-remember = Mere baare mein kuch yaad rakho
web-act-forget = Mere baare mein kuch bhool jao
web-act-undoable = Ye turant ho jaata hai; chat mein wapas lene ka button aata hai.
web-places-you = Aap
