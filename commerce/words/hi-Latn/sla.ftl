sla-kind-dispatch = Dispatch
sla-kind-first_response = Pehla jawab
sla-kind-ndr_action = NDR action
sla-kind-delivery = Delivery
sla-standing-breached = Late
sla-standing-at_risk = Khatre mein
sla-standing-both = Late aur khatre mein
clock-always = Har ghanta
clock-working_days = Kaam ke din
clock-open_hours = Khule ghante
day-kind-Holiday = Chhutti
day-kind-WorkingDay = Kaam ka din
form-level = Service level
form-within = Kitne minute mein
form-clock = Kya gina jaye
form-penalty = Har breach ki penalty (₹)
form-penalty-percent = Penalty (order ka %)
form-hours = Khula (10:00-19:00)
form-region = Kahan ki chhutti (IN-MH)
form-becomes = Kya hoga

sla-says = { $late ->
    [0] SLA ke hisaab se kuch late nahi
    [one] SLA ke hisaab se ek cheez late hai
   *[other] SLA ke hisaab se { $late } cheezein late hain
}{ $worst ->
    [none] { "" }
   *[other] , kul { $value }; sabse zyada { $worst }: { $worst_count }
}{ $soon ->
    [0] . Aur kuch khatre mein nahi.
    [one] . Ek aur khatre mein hai.
   *[other] . { $soon } aur khatre mein hain.
}
sla-now-title = SLA abhi
sla-late-count = { $count } late
sla-soon-count = { $count } khatre mein
sla-meaning-dispatch = Order se pickup tak: do kaam ke din, marketplace ke liye dedh, jab tak alag na rakha ho.
sla-meaning-first_response = Customer ke insaan maangne se jawab tak: 30 khule minute, jab tak alag na rakha ho.
sla-meaning-ndr_action = Delivery fail hone se pehle action tak: mana karne par 24 ghante, cash na hone par 48, baaki 36, jab tak alag na rakha ho.
sla-meaning-delivery = Courier ke vaade tak, jab tak alag na rakha ho.
sla-button-rows = Dikhao
sla-button-rows-says = SLA breach: { $kind }
sla-table-title = Late, aur jo hone wale hain
sla-table-note = Chance yeh hai ki itna ruke hue aise parcel ya order mein se kitne aakhir late hue; { $few } ya zyada hon to hi dikhta hai.
sla-column-level = Level
sla-column-subject = Kaunsa
sla-column-place = Jagah
sla-column-courier = Courier
sla-column-due = Samay
sla-column-value = Keemat
sla-column-chance = Breach ka chance
sla-column-next = Aage
sla-column-whose = Kiska
sla-column-allowed = Kitna samay
sla-column-due-count = Kul
sla-column-kept = Time par
sla-column-median = Aam taur par
sla-column-slow = 10 mein 9 itne mein
sla-column-penalty = Penalty
sla-column-sent = Bheje
sla-column-on-time = Time par
sla-column-first = Pehli koshish
sla-column-ndr = NDR
sla-column-rto = RTO
sla-column-fake = Jaldbaazi wali koshish
sla-column-days = Din (aam, dheere)
sla-column-owed = Dena hai
sla-left = { $unit ->
    [days] { $number } din
    [hours] { $number } ghante
   *[minutes] { $number } min
}{ $side ->
    [late] { " " }late
   *[left] { " " }baaki
}
sla-chance = { $n } mein { $share }
sla-is-late = late
sla-do-confirm_order = Confirm
sla-do-confirm_order-says = { $subject } confirm karo
sla-do-show_order = Kholo
sla-do-show_order-says = order { $subject } dikhao
sla-do-track_parcel = Track
sla-do-track_parcel-says = { $subject } track karo
sla-do-assign_ndr = Assign
sla-do-assign_ndr-says = { $subject } kisko du
sla-do-advise_on_ndr = Salah
sla-do-advise_on_ndr-says = { $subject } ka kya karu
sla-do-take_over = Sambhalo
sla-do-take_over-says = { $subject } main sambhalta hu
sla-report-says = { $due ->
    [0] { $first } se { $last } tak kuch due nahi tha.
   *[other] { $first } se { $last } tak { $due } mein se { $share } time par the.{ $penalty ->
        [none] { "" }
       *[other] { " " }Breach ki penalty { $penalty } banti hai.
    }
}
sla-report-title = SLA kaise nibhe
sla-report-note = Jo in dino shuru hua aur ho gaya ya late hai. Bracket mein 95% interval. Penalty rakhe hue terms se.
sla-as-promised = { $kind ->
    [ndr_action] reason se: 24, 36 ya 48 ghante
   *[delivery] vaade ke hisaab se
}
sla-span = { $unit ->
    [hours] { $number } ghante
   *[minutes] { $number } minute
}{ $clock ->
    [working_days] { " " }kaam ke dino ke
    [open_hours] { " " }khule ghanton ke
   *[always] { "" }
}
sla-kept = { $share } ({ $low }–{ $high })
sla-hours = { $hours } gh
sla-bar = { $whose ->
    [none] { $kind }
   *[other] { $kind }: { $whose }
}
sla-chart-title = Time par kitne
sla-scorecard-says = { $count ->
    [0] { $first } se { $last } tak kisi courier ne kuch nahi bheja.
   *[other] { $courier ->
        [none] { $best ->
            [none] { $first } se { $last } tak itne kam parcel hain ki rank nahi ban sakti.
           *[other] { $first } se { $last } tak { $best } time par sabse accha: { $best_share }{ $worst ->
                [none] .
               *[other] , { $worst } sabse peeche: { $worst_share }.
            }
        }
       *[other] { $courier }, { $first } se { $last } tak, state wise.
    }
}
sla-scorecard-title = Courier scorecard
sla-scorecard-note = Har hissa kitne mein se hai aur uska 95% interval. Jaldbaazi: pehli fail koshish nikalne ke 15 minute ke andar khatam. { $few } se kam parcel par rank nahi.
sla-scorecard-chart = Time par aur pehli koshish mein
sla-ranked = { $rank ->
    [none] { $name }
   *[other] { $rank }. { $name }
}
sla-share = { $n } mein { $share } ({ $low }–{ $high })
sla-days = { $usual }, { $slow }
sla-button-lanes = Lane
sla-button-lanes-says = { $courier } ka scorecard
sla-button-lane = Wahan ke courier
sla-button-lane-says = { $place } mein courier kaise hain
sla-set-title = { $kind } { $span } mein{ $channel ->
    [none] { "" }
   *[other] , { $channel }
}{ $courier ->
    [none] { "" }
   *[other] , { $courier }
}
sla-field-within = Kitne mein
sla-field-penalty = Har breach ki penalty
sla-field-hours = Khula
sla-field-off = Weekly off
sla-field-region = Kahan ki chhutti
sla-field-day = Dukaan
sla-no-penalty = koi nahi
sla-penalty = { $amount ->
    [none] order ka { $percent }%
   *[other] { $percent ->
        [none] { $amount }
       *[other] { $amount } aur order ka { $percent }%
    }
}
sla-hours-title = Dukaan ke ghante
sla-day = { $works ->
    [yes] khuli
   *[no] band
}
sla-day-title = { $day } { $works ->
    [yes] kaam ka din
   *[no] chhutti
}
sla-done = Ho gaya: { $title }.
audit-action-set_sla = SLA rakha
audit-action-set_business_hours = dukaan ke ghante rakhe
audit-action-set_holiday = chhutti rakhi
error-sla-region = { $region } ki chhuttiyan pata nahi. IN ya IN-MH jaisa bolo.
error-sla-no-courier = { $kind ->
    [dispatch] Dispatch courier ko dene se pehle hota hai; channel ka naam bolo.
   *[other] Pehle jawab ka koi courier nahi hota.
}
error-sla-no-channel = Pehla jawab sab channel ke liye ek hai; channel mat bolo.
error-sla-too-long = 5 minute se { $days } din tak ka samay bolo.
error-sla-same = Pehle se aisa hi hai.
error-sla-never-open = Hafte mein kam se kam ek din kaam ka hona chahiye.
error-sla-day-past = Woh din nikal gaya. Aaj se aage ka bolo.
error-sla-day-open-already = Us din dukaan khuli hi hai.
error-sla-day-closed-already = Us din dukaan band hi hai.
