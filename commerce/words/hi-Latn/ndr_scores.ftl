ndr-hour = { $hour ->
    [10] subah 10
    [11] subah 11
    [12] dopahar 12
    [13] dopahar 1
    [14] dopahar 2
    [15] dopahar 3
    [16] shaam 4
    [17] shaam 5
    [18] shaam 6
   *[other] raat { $clock }
}
ndr-hours = { $first } se { $end } baje
ndr-step-call-hours = Customer ko { $first } se { $end } baje ke beech call karein
ndr-because-call-window = { $of ->
    [customer] Yeh customer us waqt
    [pincode] Is pincode ke customer us waqt
   *[shop] Customer us waqt
} { $share }% calls uthate hain, baaki ghanton mein { $usual }% (n = { $n }, { $low } se { $high }%).
ndr-because-channel-rate = { $of ->
    [customer] Yeh customer { $share }% { $channel ->
        [PhoneCall] calls
        [WhatsAppMessage] WhatsApp messages
        [SMS] SMS
       *[Email] e-mails
    } ka jawab deta hai (n = { $n }, { $low } se { $high }%).
   *[shop] Sab customer { $share }% { $channel ->
        [PhoneCall] calls
        [WhatsAppMessage] WhatsApp messages
        [SMS] SMS
       *[Email] e-mails
    } ka jawab dete hain (n = { $n }).
}
ndr-because-chance = Agle attempt mein deliver hone ka chance { $share }% hai.
ndr-because-if-prepaid = Online payment ho to { $then }% hoga, abhi { $now }% hai.
ndr-because-fake-score = Nishaniyon se { $share }% lagta hai ki koi gaya hi nahi.
ndr-because-worth = Average mein { $amount } ka fayda.
ndr-line-prediction = Delivery ka anumaan
ndr-line-return-risk = Wapas aane ka risk
ndr-line-act-by = Courier ko is waqt tak batayein
ndr-line-held-out = Hold-out
ndr-prediction = Agli baar deliver hone ka chance { $percent }% (average { $base }%)
ndr-share = { $percent }%
ndr-held-out = Yeh case bina score ke rakha hai, taaki scores ka asar napa ja sake
ndr-advised-chance = Agle attempt mein deliver hone ka chance { $percent }% hai (average { $base }%), khaas wajah: { $reasons }.
ndr-column-chance = Chance
ndr-list-note-worth = { $count } mein se { $shown }, chance × rupaye ke hisaab se, jinka time kam woh pehle
ndr-why-title = { $base }% nahi, { $percent }% kyun
ndr-why-part = { $label }: { $sign ->
    [minus] −{ $points }
   *[plus] +{ $points }
}
reason-ndr_reason = { $value }
reason-ndr_attempt = Attempt { $value }
reason-ndr_courier = Courier { $value }
reason-ndr_payment = { $value ->
    [cod] Cash on delivery
   *[prepaid] Pehle se paid
}
reason-ndr_value = Order { $value } ka
reason-ndr_taken = { $value ->
    [0] Pehle koi parcel nahi liya
   *[other] Pehle { $value } parcel liye
}
reason-ndr_came_back = { $value ->
    [0] Pehle koi parcel wapas nahi aaya
   *[other] Inke { $value } parcel wapas aaye
}
reason-ndr_city_returns = Is sheher ke { $value }% COD parcel wapas aate hain
reason-ndr_pincode_recovery = Is pincode mein { $value }% fail delivery baad mein ho jaati hain
reason-ndr_answered = { $value ->
    [answered] Customer se baat hui
    [no-answer] Customer ne jawab nahi diya
   *[not-tried] Customer se abhi kisi ne baat nahi ki
}
reason-ndr_said = { $value ->
    [WillAccept] Kaha ki le lenge
    [Reschedule] Doosra din maanga
    [WrongAddress] Kaha ki address galat hai
    [Refuse] Kaha ki nahi chahiye
   *[nothing] Abhi kuch nahi kaha
}
reason-ndr_tries = { $value ->
    [0] Abhi tak koi koshish nahi
   *[other] Sampark ki { $value } koshish
}
reason-ndr_address_changed = { $value ->
    [yes] Address theek kiya gaya
   *[no] Address nahi badla
}
reason-ndr_minutes_out = { $value ->
    [none] Nikalne ka scan nahi hai
   *[other] Nikalne ke { $value } minute baad fail
}
reason-ndr_days_open = { $value ->
    [0] Pehli baar aaj fail
   *[other] Pehli baar { $value } din pehle fail
}
reason-ndr_hours_since = { $value ->
    [0] Abhi abhi fail
   *[other] { $value } ghante pehle fail
}
reason-fake_minutes = { $value ->
    [under-10] Nikalne ke 10 minute ke andar fail
    [number-10-to-30] Nikalne ke 10 se 30 minute baad fail
    [number-30-to-90] Nikalne ke 30 se 90 minute baad fail
    [over-90] Fail hone se pehle 90 minute se zyada bahar tha
   *[never-went-out] Nikalne ka scan nahi hai
}
reason-fake_reason = { $value ->
    [away] Wajah aisi hai jo aasani se banayi ja sakti hai
    [refused] Wajah mana karna hai
   *[other] Aisi wajah kam hi banayi jaati hai
}
reason-fake_gap = { $value ->
    [more-than-its-peers] Yeh courier yahan auron se 10 point zyada "available nahi" likhta hai
   *[like-its-peers] Yeh courier yahan auron jitna hi "available nahi" likhta hai
}
reason-fake_burst = { $value ->
    [burst] Kuch hi minute mein kai parcel isi wajah se fail hue
   *[alone] Us waqt aur koi parcel aise fail nahi hua
}
reason-fake_clean = { $value ->
    [always-took] Customer ne hamesha parcel liye
   *[mixed-or-new] Pichle orders se kuch pata nahi chalta
}
reason-fake_word = { $value ->
    [wants-it] Customer ko parcel chahiye
    [refuses] Customer ko nahi chahiye
   *[silent] Customer ne kuch nahi kaha
}
setting-NdrHoldOut = Bina score ke NDR
setting-percent = { $percent }%
error-setting-percent = 0 se { $most } percent ke beech bataiye.
ndr-step-wait = Rehne dein: doosra attempt pehle se lagaya hua hai
ndr-hold-out-says = { $since } se undelivered parcel: score ke saath { $scored_n } mein se { $scored }% deliver hue, bina score wale { $held_n } mein se { $held }%: { $low } se { $high } point zyada (95%){ $clear ->
    [yes] .
   *[no] , abhi yeh sanyog bhi ho sakta hai.
}
