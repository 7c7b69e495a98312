sla-kind-dispatch = डिस्पैच
sla-kind-first_response = पहला जवाब
sla-kind-ndr_action = NDR कार्रवाई
sla-kind-delivery = डिलीवरी
sla-standing-breached = देर से
sla-standing-at_risk = ख़तरे में
sla-standing-both = देर से और ख़तरे में
clock-always = हर घंटा
clock-working_days = काम के दिन
clock-open_hours = खुले घंटे
day-kind-Holiday = छुट्टी
day-kind-WorkingDay = काम का दिन
form-level = सेवा स्तर
form-within = कितने मिनट में
form-clock = क्या गिना जाए
form-penalty = हर चूक का जुर्माना (₹)
form-penalty-percent = जुर्माना (ऑर्डर का %)
form-hours = खुला (10:00-19:00)
form-region = कहाँ की छुट्टियाँ (IN-MH)
form-becomes = क्या होगा

sla-says = { $late ->
    [0] SLA के हिसाब से कुछ देर से नहीं
    [one] SLA के हिसाब से एक चीज़ देर से है
   *[other] SLA के हिसाब से { $late } चीज़ें देर से हैं
}{ $worst ->
    [none] { "" }
   *[other] , कुल { $value }; सबसे ज़्यादा { $worst }: { $worst_count }
}{ $soon ->
    [0] । और कुछ ख़तरे में नहीं।
    [one] । एक और ख़तरे में है।
   *[other] । { $soon } और ख़तरे में हैं।
}
sla-now-title = SLA अभी
sla-late-count = { $count } देर से
sla-soon-count = { $count } ख़तरे में
sla-meaning-dispatch = ऑर्डर से पिकअप तक: दो काम के दिन, मार्केटप्लेस के लिए डेढ़, जब तक अलग न रखा हो।
sla-meaning-first_response = ग्राहक के इंसान माँगने से जवाब तक: 30 खुले मिनट, जब तक अलग न रखा हो।
sla-meaning-ndr_action = डिलीवरी विफल होने से पहली कार्रवाई तक: मना करने पर 24 घंटे, नकद न होने पर 48, बाकी 36, जब तक अलग न रखा हो।
sla-meaning-delivery = कूरियर के वादे तक, जब तक अलग न रखा हो।
sla-button-rows = दिखाओ
sla-button-rows-says = SLA चूक: { $kind }
sla-table-title = देर से, और जो होने वाले हैं
sla-table-note = संभावना यह है कि इतना रुके ऐसे पार्सल या ऑर्डर में से कितने आख़िर देर से हुए; { $few } या ज़्यादा हों तभी दिखती है।
sla-column-level = स्तर
sla-column-subject = कौन सा
sla-column-place = जगह
sla-column-courier = कूरियर
sla-column-due = समय
sla-column-value = क़ीमत
sla-column-chance = चूक की संभावना
sla-column-next = आगे
sla-column-whose = किसका
sla-column-allowed = कितना समय
sla-column-due-count = कुल
sla-column-kept = समय पर
sla-column-median = आम तौर पर
sla-column-slow = 10 में 9 इतने में
sla-column-penalty = जुर्माना
sla-column-sent = भेजे
sla-column-on-time = समय पर
sla-column-first = पहली कोशिश
sla-column-ndr = NDR
sla-column-rto = RTO
sla-column-fake = जल्दबाज़ी की कोशिश
sla-column-days = दिन (आम, धीमे)
sla-column-owed = देना है
sla-left = { $unit ->
    [days] { $number } दिन
    [hours] { $number } घंटे
   *[minutes] { $number } मिनट
}{ $side ->
    [late] { " " }देर
   *[left] { " " }बाकी
}
sla-chance = { $n } में { $share }
sla-is-late = देर से
sla-do-confirm_order = पक्का करो
sla-do-confirm_order-says = { $subject } कन्फ़र्म करो
sla-do-show_order = खोलो
sla-do-show_order-says = ऑर्डर { $subject } दिखाओ
sla-do-track_parcel = ट्रैक
sla-do-track_parcel-says = { $subject } ट्रैक करो
sla-do-assign_ndr = सौंपो
sla-do-assign_ndr-says = { $subject } किसको दूँ
sla-do-advise_on_ndr = सलाह
sla-do-advise_on_ndr-says = { $subject } का क्या करूँ
sla-do-take_over = सँभालो
sla-do-take_over-says = { $subject } मैं सँभालता हूँ
sla-report-says = { $due ->
    [0] { $first } से { $last } तक कुछ बाकी नहीं था।
   *[other] { $first } से { $last } तक { $due } में से { $share } समय पर थे।{ $penalty ->
        [none] { "" }
       *[other] { " " }चूकों का जुर्माना { $penalty } बनता है।
    }
}
sla-report-title = SLA कैसे निभे
sla-report-note = जो इन दिनों शुरू हुआ और हो गया या देर से है। कोष्ठक में 95% अंतराल। जुर्माना रखी गई शर्तों से।
sla-as-promised = { $kind ->
    [ndr_action] कारण से: 24, 36 या 48 घंटे
   *[delivery] वादे के अनुसार
}
sla-span = { $unit ->
    [hours] { $number } घंटे
   *[minutes] { $number } मिनट
}{ $clock ->
    [working_days] { " " }काम के दिनों के
    [open_hours] { " " }खुले घंटों के
   *[always] { "" }
}
sla-kept = { $share } ({ $low }–{ $high })
sla-hours = { $hours } घं
sla-bar = { $whose ->
    [none] { $kind }
   *[other] { $kind }: { $whose }
}
sla-chart-title = समय पर कितने
sla-scorecard-says = { $count ->
    [0] { $first } से { $last } तक किसी कूरियर ने कुछ नहीं भेजा।
   *[other] { $courier ->
        [none] { $best ->
            [none] { $first } से { $last } तक इतने कम पार्सल हैं कि क्रम नहीं बन सकता।
           *[other] { $first } से { $last } तक { $best } समय पर सबसे अच्छा: { $best_share }{ $worst ->
                [none] ।
               *[other] , { $worst } सबसे पीछे: { $worst_share }।
            }
        }
       *[other] { $courier }, { $first } से { $last } तक, राज्य के अनुसार।
    }
}
sla-scorecard-title = कूरियर स्कोरकार्ड
sla-scorecard-note = हर हिस्सा कितने में से है और उसका 95% अंतराल। जल्दबाज़ी: पहली विफल कोशिश निकलने के 15 मिनट में ख़त्म। { $few } से कम पार्सल पर क्रम नहीं।
sla-scorecard-chart = समय पर और पहली कोशिश में
sla-ranked = { $rank ->
    [none] { $name }
   *[other] { $rank }. { $name }
}
sla-share = { $n } में { $share } ({ $low }–{ $high })
sla-days = { $usual }, { $slow }
sla-button-lanes = लेन
sla-button-lanes-says = { $courier } का स्कोरकार्ड
sla-button-lane = वहाँ के कूरियर
sla-button-lane-says = { $place } में कूरियर कैसे हैं
sla-set-title = { $kind } { $span } में{ $channel ->
    [none] { "" }
   *[other] , { $channel }
}{ $courier ->
    [none] { "" }
   *[other] , { $courier }
}
sla-field-within = कितने में
sla-field-penalty = हर चूक का जुर्माना
sla-field-hours = खुला
sla-field-off = साप्ताहिक छुट्टी
sla-field-region = कहाँ की छुट्टियाँ
sla-field-day = दुकान
sla-no-penalty = कोई नहीं
sla-penalty = { $amount ->
    [none] ऑर्डर का { $percent }%
   *[other] { $percent ->
        [none] { $amount }
       *[other] { $amount } और ऑर्डर का { $percent }%
    }
}
sla-hours-title = दुकान के घंटे
sla-day = { $works ->
    [yes] खुली
   *[no] बंद
}
sla-day-title = { $day } { $works ->
    [yes] काम का दिन
   *[no] छुट्टी
}
sla-done = हो गया: { $title }।
audit-action-set_sla = SLA रखा
audit-action-set_business_hours = दुकान के घंटे रखे
audit-action-set_holiday = छुट्टी रखी
error-sla-region = { $region } की छुट्टियाँ पता नहीं। IN या IN-MH जैसा कहें।
error-sla-no-courier = { $kind ->
    [dispatch] डिस्पैच कूरियर को देने से पहले होता है; चैनल का नाम कहें।
   *[other] पहले जवाब का कोई कूरियर नहीं होता।
}
error-sla-no-channel = पहला जवाब सब चैनलों के लिए एक है; चैनल मत कहें।
error-sla-too-long = 5 मिनट से { $days } दिन तक का समय कहें।
error-sla-same = पहले से ऐसा ही है।
error-sla-never-open = हफ़्ते में कम से कम एक दिन काम का होना चाहिए।
error-sla-day-past = वह दिन निकल गया। आज से आगे का कहें।
error-sla-day-open-already = उस दिन दुकान खुली ही है।
error-sla-day-closed-already = उस दिन दुकान बंद ही है।
