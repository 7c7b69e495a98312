ndr-reason-CustomerNotAvailable = ग्राहक घर पर नहीं मिला
ndr-reason-CustomerRefused = ग्राहक ने लेने से मना किया
ndr-reason-IncorrectAddress = पता ग़लत या अधूरा
ndr-reason-FutureDeliveryRequested = ग्राहक ने बाद में माँगा
ndr-reason-CustomerUnreachable = ग्राहक से बात नहीं हो पाई
ndr-reason-PremisesClosed = घर या दुकान बंद
ndr-reason-CustomerOutOfStation = ग्राहक शहर से बाहर
ndr-reason-CODNotReady = नक़द तैयार नहीं था
ndr-reason-AddressChangeRequested = ग्राहक ने दूसरा पता दिया
ndr-reason-ProductDamaged = सामान ख़राब
ndr-reason-OpenDeliveryRequested = ग्राहक पहले खोलकर देखना चाहता है
ndr-reason-SecurityRestriction = अंदर जाने नहीं दिया
ndr-reason-WeatherIssue = ख़राब मौसम
ndr-reason-Other = कुछ और

ndr-status-Open = खुला
ndr-status-Assigned = सौंपा गया
ndr-status-CustomerContacted = ग्राहक से बात हुई
ndr-status-ReattemptScheduled = दोबारा डिलीवरी माँगी गई
ndr-status-ReattemptInProgress = दोबारा डिलीवरी चल रही है
ndr-status-Delivered = डिलीवर हो गया
ndr-status-RTOInitiated = वापसी शुरू
ndr-status-ClosedDelivered = बंद, डिलीवर हुआ
ndr-status-ClosedRTO = बंद, वापस आया
ndr-status-ClosedAddressUpdated = बंद, पता बदला
ndr-status-Escalated = ऊपर भेजा गया

ndr-queue-open = खुले NDR
ndr-queue-overdue = समय निकल चुके NDR
ndr-queue-due_today = आज निपटाने वाले NDR
ndr-queue-due_tomorrow = कल तक निपटाने वाले NDR
ndr-queue-unassigned = खुले NDR जो किसी के पास नहीं
ndr-queue-scheduled = दोबारा डिलीवरी वाले NDR
ndr-queue-escalated = ऊपर भेजे गए NDR
ndr-queue-delivered = डिलीवर हो चुके NDR
ndr-queue-returned = वापस गए NDR
ndr-queue-closed = निपट चुके NDR
ndr-queue-all = सारे NDR

ndr-found = { $queue }{ $what ->
    [none] { "" }
   *[other] { " " }({ $what })
}{ $first ->
    [none] { "" }
   *[other] , { $first } से { $last } तक
}: { $count ->
    [0] कोई नहीं।
   *[other] { $count } पार्सल, कुल { $value } के।
}{ $overdue ->
    [0] { "" }
   *[other] { " " }{ $overdue } का समय निकल चुका है।
}{ $reason ->
    [none] { "" }
   *[other] { " " }सबसे ज़्यादा: { $reason } ({ $most })।
}
ndr-list-note = { $count } में से { $shown }{ $first ->
    [none] { "" }
   *[other] , { $first } से { $last } तक
}
ndr-column-order = ऑर्डर
ndr-column-reason = वजह
ndr-column-attempts = कोशिशें
ndr-column-value = क़ीमत
ndr-column-due = कब तक
ndr-column-assignee = किसके पास
ndr-amount = { $amount }
ndr-day = { $day }
ndr-moment = { $at }
ndr-due-left = { $unit ->
    [minutes] { $number } मिनट बाक़ी
    [hours] { $number } घंटे बाक़ी
   *[days] { $number } दिन बाक़ी
}
ndr-due-over = { $unit ->
    [minutes] { $number } मिनट देर
    [hours] { $number } घंटे देर
   *[days] { $number } दिन देर
}
ndr-choice = ऑर्डर { $order }, पार्सल { $awb }, { $value }

ndr-advised = ऑर्डर { $order } का पार्सल { $awb } ({ $customer }): { $reason }, कोशिश { $attempts }, { $value }{ $due ->
    [none] ।
   *[other] , { $due }।
} { $step ->
    [none] अभी कुछ नहीं करना है।
   *[other] सबसे अच्छा: { $step }।
}
ndr-advised-settled = ऑर्डर { $order } का पार्सल { $awb } निपट चुका है: { $status }।
ndr-attempt = कोशिश { $attempts } / { $most }
ndr-line-customer = ग्राहक
ndr-line-courier = कूरियर
ndr-line-status = स्थिति
ndr-line-payment = नक़द लेना है
ndr-line-history = पहले के ऑर्डर
ndr-line-reattempt = दोबारा डिलीवरी कब
ndr-line-assignee = किसके पास
ndr-line-doubt = क्या सच में गए थे?
ndr-customer = { $name }, { $city }
ndr-history = { $of ->
    [0] यह पहला ऑर्डर है
   *[other] { $of } में से { $well } लिए
}
ndr-when = { $day }{ $slot ->
    [morning] , सुबह (9 से 1)
    [afternoon] , दोपहर (1 से 5)
    [evening] , शाम (5 से 9)
   *[none] { "" }
}

ndr-step-reattempt = { $day } को दोबारा डिलीवरी करवाएँ
ndr-step-return = वापस मँगवा लें
ndr-step-call = ग्राहक को { $slot ->
    [morning] सुबह{ " " }
    [afternoon] दोपहर में{ " " }
    [evening] शाम को{ " " }
   *[none] { "" }
}फ़ोन करें
ndr-step-whatsapp = ग्राहक को WhatsApp करें
ndr-step-ask_address = ग्राहक से सही पता और पहचान की जगह पूछें
ndr-step-other_address = ग्राहक का दूसरा पता आज़माएँ
ndr-step-offer_prepayment = ऑनलाइन भुगतान का विकल्प दें, ताकि नक़द की ज़रूरत न हो
ndr-step-chase_courier = कूरियर से बात करें
ndr-step-replace = ग्राहक को नया पीस भेजें

ndr-because-verified = ग्राहक ने OTP से मना करना पक्का किया; कूरियर दोबारा नहीं जाता।
ndr-because-attempts-over = { $attempts } कोशिशें हो चुकीं; कूरियर और नहीं करता।
ndr-because-attempts-left = { $left } कोशिश बाक़ी है।
ndr-because-not-attempted = कूरियर ख़ुद कहता है कि कोई गया ही नहीं।
ndr-because-minutes-out = डिलीवरी पर निकलने के { $minutes } मिनट में ही असफल हो गया।
ndr-because-clean-customer = ग्राहक ने पहले के सभी { $delivered } ऑर्डर लिए हैं।
ndr-because-history = ग्राहक ने पहले के { $of } में से { $well } ऑर्डर लिए।
ndr-because-reached-slot = { $slot ->
    [morning] सुबह
    [afternoon] दोपहर
   *[evening] शाम
} की { $of } में से { $well } कॉल उठाई।
ndr-because-reached-channel = { $channel ->
    [PhoneCall] फ़ोन पर
    [WhatsAppMessage] WhatsApp पर
    [SMS] SMS पर
   *[Email] ई-मेल पर
} { $of } में से { $well } बार जवाब मिला।
ndr-because-like-this = पिछले 90 दिन में ऐसे { $of } में से { $well } मामले डिलीवर हुए।
ndr-because-said = ग्राहक { $outcome ->
    [WillAccept] ने कहा कि ले लेंगे।
    [WrongAddress] ने कहा कि पता ग़लत है।
    [Reschedule] ने दूसरा दिन माँगा।
    [Refuse] ने कहा कि नहीं चाहिए।
    [NotReachable] से बात नहीं हो पाई।
   *[NoResponse] ने जवाब नहीं दिया।
}
ndr-because-other-address = { $address } पर { $delivered } ऑर्डर डिलीवर हुए हैं।
ndr-because-cash = { $amount } नक़द लेना है।
ndr-because-damaged = ग्राहक को सामान तो चाहिए ही।
ndr-because-after-hour = कूरियर ऐसे अनुरोध रात { $hour } बजे के बाद लेता है।
ndr-because-if-nothing-helps = अगर और कुछ काम न करे।
ndr-because-first-contact = ग्राहक से अब तक बात नहीं हुई।

ndr-button-advise = क्या करें?
ndr-button-advise-says = पार्सल { $awb } का क्या करूँ?
ndr-button-reattempt = { $day } को फिर से
ndr-button-reattempt-says = पार्सल { $awb } की { $day } को दोबारा डिलीवरी लगाओ
ndr-button-return = वापस मँगवाएँ
ndr-button-return-says = पार्सल { $awb } वापस मँगवाओ
ndr-button-track = ट्रैक
ndr-button-track-says = पार्सल { $awb } कहाँ है?

ndr-reattempt-title = पार्सल { $awb } की दोबारा डिलीवरी
ndr-reattempted = { $courier } से कहा जाएगा कि पार्सल { $awb } { $when } को दोबारा ले जाए।
ndr-return-title = पार्सल { $awb } वापस मँगवाना
ndr-returned = { $courier } से कहा जाएगा कि पार्सल { $awb } वापस ले आए।
ndr-difference-status = मामला
ndr-difference-day = डिलीवरी कब
ndr-difference-phone = कूरियर के लिए फ़ोन
ndr-difference-landmark = पहचान की जगह
ndr-difference-parcel = पार्सल
ndr-difference-order = ऑर्डर
ndr-nothing = –
ndr-warning-sunday = { $day } को रविवार है; कई कूरियर उस दिन डिलीवरी नहीं करते।
ndr-warning-overdue = समय निकल चुका है; { $courier } शायद इसे वापस भेज रहा हो।
ndr-warning-told-later = { $courier } ऐसे अनुरोध रात { $hour } बजे के बाद लेता है; तब कहा जाएगा।
ndr-warning-return-final = कूरियर को कहने के बाद इसे पलटा नहीं जा सकता।
ndr-warning-customer-wants-it = ग्राहक ने कहा है कि ले लेंगे।

error-courier-not-connected = { $courier } जुड़ा हुआ नहीं है। सेटिंग्स में इसे जोड़ें, या अनुरोध एक फ़ाइल में रखवाएँ।
error-courier-already-returning = पार्सल { $awb } पहले से आपके पास वापस आ रहा है।
error-manual-file = फ़ाइल { $file }, जिसमें हाथ से होने वाला काम रखा जाता है, अभी लिखी नहीं जा सकती।
error-ndr-refusal-verified = ग्राहक ने पार्सल { $awb } लेने से मना किया और OTP से पक्का किया, इसलिए कूरियर दोबारा नहीं जाएगा। यह सिर्फ़ वापस आ सकता है।
error-ndr-no-attempt-left = कूरियर पार्सल { $awb } के लिए { $attempts } बार जा चुका है और अब नहीं जाएगा। यह वापस आ सकता है, या ग्राहक ख़ुद ले सकता है।
error-ndr-none = पार्सल { $awb } की कोई डिलीवरी असफल नहीं हुई, इसलिए कुछ तय नहीं करना। कहाँ है यह देखने के लिए ट्रैक करें।
error-ndr-ambiguous = कई पार्सल मिलते हैं जो डिलीवर नहीं हुए। कौन सा?
error-ndr-closed = पार्सल { $awb } का मामला निपट चुका है, अब कूरियर से कुछ नहीं कहा जा सकता।
error-ndr-returning = पार्सल { $awb } पहले से वापस आ रहा है। आ जाए तो नया भेजें।
error-ndr-under-way = पार्सल { $awb } अभी दोबारा डिलीवरी पर निकला हुआ है। नतीजा आने तक रुकें।
error-ndr-courier-will-not = ऐसी असफलता के बाद { $courier } कहने पर भी पार्सल { $awb } दोबारा नहीं ले जाता। वापस मँगवा लें, या कूरियर से बात करें।
error-ndr-already-scheduled = पार्सल { $awb } की { $day } की दोबारा डिलीवरी पहले से लगी है।
error-ndr-day-too-soon = { $day } बहुत जल्दी है। कूरियर { $first } से { $last } तक आ सकता है।
error-ndr-day-too-late = { $day } बहुत दूर है। { $attempts } कोशिश के बाद कूरियर { $first } से { $last } तक आ सकता है।
error-ndr-phone = { $phone } सही फ़ोन नंबर नहीं है। पूरे दस अंक दें।
error-ndr-door-lacks-reattempt = { $courier } के जुड़ाव से दोबारा डिलीवरी नहीं माँगी जा सकती। कूरियर की अपनी साइट पर करें।
error-ndr-door-lacks-return_to_origin = { $courier } के जुड़ाव से वापसी नहीं माँगी जा सकती। कूरियर की अपनी साइट पर करें।
error-ndr-moved-on = पार्सल { $awb } का मामला आगे बढ़ चुका है, इसलिए पलटा नहीं जा सकता।
error-ndr-already-told = { $courier } को पार्सल { $awb } के बारे में कहा जा चुका है, इसलिए पलटा नहीं जा सकता। कुछ और करवाएँ।
error-ndr-person-not-found = टीम में { $name } नाम का कोई नहीं है।
error-ndr-person-ambiguous = { $name } नाम के कई लोग हैं। कौन?
error-messenger-not-connected = { $channel } से संदेश भेजने के लिए अभी कुछ जुड़ा नहीं है। सेटिंग में जोड़ें, या ग्राहक को फ़ोन करें।

ndr-queue-untouched = NDR जिन पर कुछ नहीं हुआ
ndr-queue-contacted = NDR जिनके ग्राहक से बात हुई

ndr-board-title = NDR बोर्ड
ndr-board-column-untouched = करने हैं
ndr-board-column-contacted = ग्राहक से बात हुई
ndr-board-column-scheduled = दोबारा डिलीवरी माँगी
ndr-board-column-escalated = ऊपर भेजे
ndr-board-column-closed = बंद
ndr-board-found = { $what ->
    [none] { "" }
   *[other] { $what }:{ " " }
}{ $open ->
    [0] कोई खुला NDR नहीं।
   *[other] { $open } खुले NDR, कुल { $value } के: { $columns }।
}{ $overdue ->
    [0] { "" }
   *[other] { " " }{ $overdue } का समय निकल चुका है।
}
ndr-board-part = { $count } { $column ->
    [untouched] करने हैं
    [contacted] में ग्राहक से बात हुई
    [scheduled] में दोबारा डिलीवरी माँगी गई
   *[escalated] ऊपर भेजे गए
}
ndr-board-note = बंद: { $first } से { $last } तक
ndr-board-attempt = { $reason }, कोशिश { $attempts }
ndr-board-more = { $count } और
ndr-board-more-says = { $queue } दिखाओ
ndr-board-overdue = सिर्फ़ समय निकल चुके
ndr-board-overdue-says = समय निकल चुके NDR दिखाओ

ndr-assign-title = पार्सल { $awb } { $name } को देना
ndr-assigned = पार्सल { $awb } अब { $name } के पास है।
ndr-difference-assignee = किसके पास
ndr-nobody = किसी के पास नहीं
ndr-warning-hands-full = { $name } के पास पहले से { $count } खुले केस हैं।
error-ndr-person-may-not = { $name } को NDR पर काम करने का अधिकार नहीं है। जिन्हें है: { $able }।
error-ndr-settled = पार्सल { $awb } का केस निपट चुका है, अब उसमें कुछ करना बाक़ी नहीं।
error-ndr-theirs-already = पार्सल { $awb } पहले से { $name } के पास है।

ndr-outcome-WillAccept = ले लेंगे
ndr-outcome-WrongAddress = कहते हैं कि पता ग़लत है
ndr-outcome-Reschedule = दूसरे दिन चाहते हैं
ndr-outcome-Refuse = नहीं लेना चाहते
ndr-outcome-NotReachable = से संपर्क नहीं हुआ
ndr-outcome-NoResponse = ने जवाब नहीं दिया
ndr-call-logged = पार्सल { $awb } के लिए लिख लिया: ग्राहक { $outcome }।{ $tries ->
    [0] { "" }
    [one] { "" }
   *[other] { " " }अब तक { $tries } कॉल।
}{ $next ->
    [none] { "" }
   *[other] { " " }आगे: { $next }।
}

ndr-because-never-went-out = किसी स्कैन में नहीं दिखता कि यह कभी डिलीवरी पर निकला।
ndr-because-odd-hour = कोशिश का समय { $at } लिखा है, जब कूरियर किसी के दरवाज़े पर नहीं होता।
ndr-dispute-title = पार्सल { $awb } के लिए { $courier } की झूठी कोशिश की शिकायत
ndr-disputed = { $courier } को बताया जाएगा कि पार्सल { $awb } की कोशिश { $attempt } पर हमें आपत्ति है। { $because }
ndr-dispute-told = { $awb } की कोशिश { $attempt }, जो { $failed } को असफल बताई गई, उस पर आपत्ति है। { $because } ग्राहक को किसी कॉल की हमें जानकारी नहीं। कृपया जाँचें और दोबारा कोशिश करें।
ndr-difference-dispute = कोशिश { $attempt }
ndr-dispute-attempt = { $reason }, { $failed }
ndr-dispute-is = आपत्ति दर्ज
ndr-difference-out = डिलीवरी पर निकला
ndr-difference-sign = ख़िलाफ़
ndr-difference-calls = कूरियर के कॉल
ndr-no-calls = हमारी जानकारी में कोई नहीं
ndr-not-scanned = कोई स्कैन नहीं
ndr-warning-dispute-brings-nothing = सिर्फ़ शिकायत से पार्सल नहीं आता। दोबारा डिलीवरी भी माँगें।
error-ndr-no-sign = हमारी जानकारी में { $courier } के ख़िलाफ़ कुछ नहीं है: उसने पार्सल { $awb } की कोशिश { $at } को की{ $minutes ->
    [none] ।
   *[other] , डिलीवरी पर निकलने के { $minutes } मिनट बाद।
} ग्राहक को फ़ोन करें; अगर वे लेने को तैयार थे तो कॉल “ले लेंगे” लिखें, तब शिकायत हो सकती है।
error-ndr-disputed-already = पार्सल { $awb } की कोशिश { $attempt } पर { $at } को शिकायत हो चुकी है। { $courier } के जवाब का इंतज़ार करें, या दोबारा डिलीवरी माँगें।
error-ndr-door-lacks-report_fake_attempt = { $courier } का कनेक्शन झूठी कोशिश की शिकायत नहीं लेता। कूरियर की अपनी साइट पर करें।

message-channel-whatsapp = WhatsApp
message-channel-sms = SMS
message-channel-email = ई-मेल
ndr-message-title = पार्सल { $awb } के ग्राहक को { $channel } पर लिखना
ndr-message-waits = { $to } को { $channel } से { $at } को भेजा जाएगा: “{ $text }”
ndr-difference-to = किसे
ndr-difference-text = संदेश
ndr-difference-send = कब
ndr-warning-sent-by-day = देर हो चुकी है; संदेश { $at } को जाएगा।
ndr-warning-nothing-to-ask = कूरियर ख़ुद कहता है कि कोई दरवाज़े तक नहीं गया, तो ग्राहक से पूछने को कुछ ख़ास नहीं। कूरियर से बात करें।
error-ndr-written-lately = पार्सल { $awb } के ग्राहक को { $channel ->
    [whatsapp] WhatsApp
    [sms] SMS
   *[email] ई-मेल
} से { $at } को लिखा जा चुका है। { $again } तक इंतज़ार करें, फ़ोन करें, या दूसरे तरीक़े से लिखें।
error-ndr-no-phone = { $name } का कोई चालू फ़ोन नंबर नहीं है। ई-मेल लिखें, या ऑर्डर { $order } देखें।
error-ndr-no-email = { $name } का ई-मेल पता नहीं है। WhatsApp या SMS करें, या फ़ोन करें।
error-ndr-already-sent = पार्सल { $awb } का संदेश जा चुका है, वापस नहीं लिया जा सकता।

ndr-letter-our-shop = हमारी दुकान
ndr-letter-away = नमस्ते { $name } जी, { $shop } से। { $courier } आपका ऑर्डर { $order } ({ $what }) नहीं दे पाया, कोई मिला नहीं। किस दिन, और सुबह, दोपहर या शाम को, दोबारा भेजें? यहीं जवाब दें।
ndr-letter-refused = नमस्ते { $name } जी, { $shop } से। { $courier } का कहना है कि आपने ऑर्डर { $order } ({ $what }) नहीं लिया। अगर ऐसा नहीं है, या आपको चाहिए, तो “हाँ” और दिन लिखें। नहीं चाहिए तो “नहीं” लिखें।
ndr-letter-address = नमस्ते { $name } जी, { $shop } से। { $courier } को आपके ऑर्डर { $order } ({ $what }) का पता नहीं मिला। मकान नंबर, गली, पास की पहचान और पिनकोड लिख दें।
ndr-letter-later = नमस्ते { $name } जी, { $shop } से। आपका ऑर्डर { $order } ({ $what }) आपके बताए दिन का इंतज़ार कर रहा है। { $courier } किस दिन लाए? यहीं जवाब दें।
ndr-letter-cash = नमस्ते { $name } जी, { $shop } से। { $courier } आपका ऑर्डर { $order } ({ $what }) नहीं दे पाया: { $cod ->
    [yes] कृपया { $amount } तैयार रखें, या पहले ऑनलाइन दे दें।
   *[no] भुगतान साफ़ नहीं था। पैसे आ चुके हैं; दरवाज़े पर कुछ नहीं देना है।
} किस दिन दोबारा भेजें? यहीं जवाब दें।
ndr-letter-damaged = नमस्ते { $name } जी, { $shop } से। { $courier } का कहना है कि आपका ऑर्डर { $order } ({ $what }) टूट-फूट गया। हमें खेद है। नया भेजें? “हाँ” या “नहीं” लिखें।
ndr-letter-open = नमस्ते { $name } जी, { $shop } से। { $courier } लेने से पहले पार्सल खोलने नहीं देता, इसलिए ऑर्डर { $order } ({ $what }) नहीं दिया गया। उसमें कुछ भी गड़बड़ हो तो बताएँ, हम मदद करेंगे। किस दिन दोबारा भेजें?
ndr-letter-entry = नमस्ते { $name } जी, { $shop } से। { $courier } को आपके ऑर्डर { $order } ({ $what }) के साथ अंदर नहीं जाने दिया गया। गेट पर किसे दें, या कहाँ और भेजें? यहीं जवाब दें।
ndr-letter-delayed = नमस्ते { $name } जी, { $shop } से। आपका ऑर्डर { $order } ({ $what }) { $courier } अभी तक नहीं दे पाया। हमें खेद है; दोबारा कोशिश होगी। कोई दिन ठीक रहे तो यहीं बता दें।

ndr-button-report = झूठी कोशिश की शिकायत
ndr-button-report-says = पार्सल { $awb } की झूठी कोशिश की शिकायत करो
ndr-button-message = ग्राहक को लिखें
ndr-button-message-says = पार्सल { $awb } के ग्राहक को लिखो

ndr-many-assign-title = { $parcels }, कुल { $worth } के, { $name } को देना
ndr-many-assigned = { $parcels } { $name } को दिए गए।
ndr-many-reattempt-title = { $parcels }, कुल { $worth } के, { $when } को दोबारा भेजना
ndr-many-reattempted = कूरियर से { $parcels } { $when } को दोबारा भेजने को कहा जाएगा।
error-ndr-none-fit = ऐसा कोई NDR नहीं है, तो कुछ बदला नहीं गया। कौन से हैं यह देखने के लिए NDR की सूची माँगें।
why-ndr-theirs-already = पहले से उन्हीं के पास
why-ndr-no-attempt-left = जिनकी कोई कोशिश बाक़ी नहीं
why-ndr-refusal-verified = OTP के साथ मना किए गए
why-ndr-courier-will-not = जिन्हें कूरियर दोबारा नहीं ले जाता
why-ndr-under-way = अभी दोबारा डिलीवरी पर
why-ndr-day-too-soon = जिनके लिए दिन बहुत जल्दी है
why-ndr-day-too-late = जिनके लिए दिन बहुत देर का है
why-ndr-already-scheduled = उसी दिन के लिए पहले से माँगे हुए
why-ndr-returning = वापस आ रहे
why-ndr-closed = निपट चुके
why-ndr-settled = निपट चुके
planner-need-NdrOutcome = ग्राहक ने क्या कहा?
planner-need-MessageChannel = WhatsApp, SMS या ई-मेल?
