# ऑर्डरों का risk.
risk-reason-cod = { $value ->
        [1] cash on delivery
       *[other] पहले से paid
    }
risk-reason-value = ऑर्डर की क़ीमत { $amount }
risk-reason-new_cod_value = { $value ->
        [0] पहला COD ऑर्डर नहीं
       *[other] पहला ऑर्डर, { $amount } का COD
    }
risk-reason-orders_before = { $value ->
        [0] पहले कोई ऑर्डर नहीं
       *[other] पहले { $value } ऑर्डर
    }
risk-reason-person_rate = { $n ->
        [0] इस ग्राहक के COD parcels का कुछ पता नहीं
       *[other] इस ग्राहक के { $n } COD parcels में से { $hits } वापस आए
    }
risk-reason-person_delivered = { $value ->
        [0] इस ग्राहक को अब तक कुछ deliver नहीं हुआ
       *[other] इस ग्राहक को पहले { $value } parcel deliver हुए
    }
risk-reason-linked_rate = { $n ->
        [0] जुड़े हुए ग्राहकों का कुछ पता नहीं
       *[other] जुड़े हुए ग्राहकों के { $n } parcels में से { $hits } वापस आए
    }
risk-reason-linked_people = { $value ->
        [0] phone, e-mail, पता किसी और से नहीं मिलता
       *[other] { $value } और ग्राहकों से e-mail या पता मिलता है
    }
risk-reason-pincode_rate = { $n ->
        [0] इस pincode पर पहली बार; शहर का rate { $share }
       *[other] इस pincode के { $n } COD parcels में से { $hits } वापस आए
    }
risk-reason-courier_rate = { $n ->
        [0] इस pincode में यह courier नया है
       *[other] यहाँ इस courier के { $n } COD parcels में से { $hits } वापस आए
    }
risk-reason-lane_days = वहाँ delivery में लगभग { $days } दिन
risk-reason-discount_share = { $share } की छूट
risk-reason-night = { $value ->
        [1] रात में ऑर्डर किया
       *[other] रात में ऑर्डर नहीं किया
    }
risk-reason-day_of_month = महीने की { $value } तारीख़
risk-reason-channel = { $text } पर बिका
risk-reason-category = category { $text }
risk-reason-pieces = { $value } piece
risk-reason-address_words = { $value } शब्दों का पता
risk-reason-address_house = { $value ->
        [1] पते में मकान नंबर है
       *[other] पते में मकान नंबर नहीं
    }
risk-reason-address_gibberish = { $value ->
        [1] पते में उल्टा-सीधा type किया
       *[other] पता सही शब्दों में
    }
risk-reason-pincode_fits = { $value ->
        [1] pincode और राज्य मेल खाते हैं
       *[other] pincode और राज्य मेल नहीं खाते
    }
risk-reason-phone_fits = { $value ->
        [1] phone number सही लगता है
       *[other] phone number नक़ली लगता है
    }
risk-reason-orders_in_hour = एक घंटे में { $value } और ऑर्डर
risk-reason-orders_in_day = एक दिन में { $value } और ऑर्डर
risk-reason-value_in_day = पिछले एक दिन में { $amount } के ऑर्डर
risk-reason-address_people = इस पते पर { $value } और ग्राहक
risk-reason-address_names = इस पते पर { $value } और नाम
risk-reason-rule_gibberish = नियम: पता उल्टा-सीधा type किया गया
risk-reason-rule_phone = नियम: यह phone number नक़ली है
risk-reason-rule_pincode = नियम: pincode दूसरे राज्य का है
risk-reason-rule_velocity = नियम: एक घंटे में { $value } और ऑर्डर
risk-reason-rule_names = नियम: इस पते पर { $value } और नाम
risk-rest = बाक़ी सब
risk-average = सभी ऑर्डरों का औसत
risk-level-Low = कम
risk-level-Middle = मध्यम
risk-level-High = ज़्यादा
risk-explained = ऑर्डर { $number } ({ $total }, { $customer }): वापस आने का risk 100 में { $score }, { $level }; shop का औसत { $base }। ख़ास कर: { $why }।
risk-remedy-Prepaid = Prepaid होता तो { $now } की जगह { $score } होता।
risk-remedy-Address = पूरा, जाँचा हुआ पता हो तो { $now } की जगह { $score } होगा।
risk-reasons-title = { $number } का risk 100 में { $score } क्यों
risk-column-reason = वजह
risk-column-points = Points
risk-column-order = ऑर्डर
risk-column-score = Risk
risk-column-value = क़ीमत
risk-column-customer = ग्राहक
risk-column-why = ख़ास वजह
risk-note-bounded = ग्राहक से पूछना { $from } के risk से फ़ायदेमंद है। जगह का असर सीमित है, और लोगों के नाम score में नहीं आते।
risk-list = { $count ->
        [0] { $looked } खुले ऑर्डरों ({ $first } – { $last }) में से किसी का risk { $least } या ज़्यादा नहीं।
       *[other] { $looked } खुले ऑर्डरों ({ $first } – { $last }) में से { $count } का risk { $least } या ज़्यादा है: कुल { $worth }।
    }
risk-list-title = Risky ऑर्डर, सबसे ज़्यादा risk पहले
risk-button-why = क्यों?
risk-button-why-says = { $number } risky क्यों है?
risk-button-ask = Prepaid माँगें
risk-button-ask-says = { $number } से prepaid माँगो
risk-button-verify = जाँच करें
risk-button-verify-says = { $number } verify होने तक रोको
risk-button-approve = Approve
risk-button-approve-says = { $number } approve करो
risk-plan-Approve = { $number } को जाने दें
risk-plan-Flag = { $number } पर risky का निशान
risk-plan-Verify = पता और phone पक्का होने तक { $number } रोकें
risk-plan-AskPrepaid = { $number } का payment पहले माँगें
risk-plan-Hold = { $number } रोकें
risk-plan-Cancel = { $number } cancel करें
risk-done-Approve = { $number } आगे जा सकता है।
risk-done-Flag = { $number } के notes में risky लिख दिया।
risk-done-Verify = पता और phone पक्का होने तक { $number } रुका है।
risk-done-AskPrepaid = { $number }: ग्राहक को पहले payment करने का link जा रहा है।
risk-done-Hold = { $number } रोक दिया।
risk-done-Cancel = { $number } cancel हो गया।
risk-line-status = Status
risk-line-note = Note
risk-line-hold_reason = रोकने की वजह
risk-line-cancel_reason = Cancel की वजह
risk-line-link = Payment link
risk-line-payment = Payment
risk-note-flagged = Risky: भेजने से पहले देखें
risk-note-approved = Risk देख लिया: भेज सकते हैं
risk-hold = Risky ऑर्डर, देखना है
risk-hold-verify = ग्राहक से पता और phone पक्का करना है
risk-cancelled = Risk बहुत ज़्यादा
error-risk-not-learnt = ऑर्डरों का risk अभी पता नहीं: इतिहास कम है, या score सीधी table से बेहतर नहीं। "superecom scores train" से सीखेगा, "superecom scores report" बताता है कितने काम का है।
