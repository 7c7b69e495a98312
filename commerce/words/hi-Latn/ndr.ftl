ndr-reason-CustomerNotAvailable = Customer ghar par nahi mila
ndr-reason-CustomerRefused = Customer ne lene se mana kiya
ndr-reason-IncorrectAddress = Address galat ya adhura
ndr-reason-FutureDeliveryRequested = Customer ne baad mein maanga
ndr-reason-CustomerUnreachable = Customer se baat nahi ho payi
ndr-reason-PremisesClosed = Ghar ya dukaan band
ndr-reason-CustomerOutOfStation = Customer shehar se bahar
ndr-reason-CODNotReady = Cash ready nahi tha
ndr-reason-AddressChangeRequested = Customer ne dusra address diya
ndr-reason-ProductDamaged = Product damaged
ndr-reason-OpenDeliveryRequested = Customer pehle khol ke dekhna chahta hai
ndr-reason-SecurityRestriction = Andar jaane nahi diya
ndr-reason-WeatherIssue = Kharab mausam
ndr-reason-Other = Kuch aur

ndr-status-Open = Open
ndr-status-Assigned = Assign ho gaya
ndr-status-CustomerContacted = Customer se baat hui
ndr-status-ReattemptScheduled = Reattempt lagaya gaya
ndr-status-ReattemptInProgress = Reattempt chal raha hai
ndr-status-Delivered = Deliver ho gaya
ndr-status-RTOInitiated = RTO shuru
ndr-status-ClosedDelivered = Band, deliver ho gaya
ndr-status-ClosedRTO = Band, wapas aa gaya
ndr-status-ClosedAddressUpdated = Band, address badla
ndr-status-Escalated = Escalate kiya gaya

ndr-queue-open = Open NDR
ndr-queue-overdue = Overdue NDR
ndr-queue-due_today = Aaj nipatane wale NDR
ndr-queue-due_tomorrow = Kal tak nipatane wale NDR
ndr-queue-unassigned = Bina assign wale open NDR
ndr-queue-scheduled = Reattempt wale NDR
ndr-queue-escalated = Escalated NDR
ndr-queue-delivered = Deliver ho chuke NDR
ndr-queue-returned = Wapas gaye NDR
ndr-queue-closed = Nipat chuke NDR
ndr-queue-all = Saare NDR

ndr-found = { $queue }{ $what ->
    [none] { "" }
   *[other] { " " }({ $what })
}{ $first ->
    [none] { "" }
   *[other] , { $first } se { $last } tak
}: { $count ->
    [0] koi nahi.
   *[other] { $count } parcel, kul { $value } ke.
}{ $overdue ->
    [0] { "" }
   *[other] { " " }{ $overdue } overdue.
}{ $reason ->
    [none] { "" }
   *[other] { " " }Sabse zyada: { $reason } ({ $most }).
}
ndr-list-note = { $count } mein se { $shown }{ $first ->
    [none] { "" }
   *[other] , { $first } se { $last } tak
}
ndr-column-order = Order
ndr-column-reason = Wajah
ndr-column-attempts = Attempts
ndr-column-value = Value
ndr-column-due = Kab tak
ndr-column-assignee = Kiske paas
ndr-amount = { $amount }
ndr-day = { $day }
ndr-moment = { $at }
ndr-due-left = { $unit ->
    [minutes] { $number } min baaki
    [hours] { $number } ghante baaki
   *[days] { $number } din baaki
}
ndr-due-over = { $unit ->
    [minutes] { $number } min overdue
    [hours] { $number } ghante overdue
   *[days] { $number } din overdue
}
ndr-choice = Order { $order }, parcel { $awb }, { $value }

ndr-advised = Order { $order } ka parcel { $awb } ({ $customer }): { $reason }, attempt { $attempts }, { $value }{ $due ->
    [none] .
   *[other] , { $due }.
} { $step ->
    [none] Abhi kuch nahi karna hai.
   *[other] Sabse achha: { $step }.
}
ndr-advised-settled = Order { $order } ka parcel { $awb } nipat chuka hai: { $status }.
ndr-attempt = Attempt { $attempts } / { $most }
ndr-line-customer = Customer
ndr-line-courier = Courier
ndr-line-status = Status
ndr-line-payment = Cash lena hai
ndr-line-history = Pehle ke orders
ndr-line-reattempt = Reattempt kab
ndr-line-assignee = Kiske paas
ndr-line-doubt = Kya sach mein gaye the?
ndr-customer = { $name }, { $city }
ndr-history = { $of ->
    [0] Ye pehla order hai
   *[other] { $of } mein se { $well } liye
}
ndr-when = { $day }{ $slot ->
    [morning] , subah (9 se 1)
    [afternoon] , dopahar (1 se 5)
    [evening] , shaam (5 se 9)
   *[none] { "" }
}

ndr-step-reattempt = { $day } ko dobara attempt karwayein
ndr-step-return = Wapas mangwa lein
ndr-step-call = Customer ko { $slot ->
    [morning] subah{ " " }
    [afternoon] dopahar mein{ " " }
    [evening] shaam ko{ " " }
   *[none] { "" }
}call karein
ndr-step-whatsapp = Customer ko WhatsApp karein
ndr-step-ask_address = Customer se sahi address aur landmark poochein
ndr-step-other_address = Customer ka dusra address try karein
ndr-step-offer_prepayment = Online payment ka option dein, taaki cash ki zarurat na ho
ndr-step-chase_courier = Courier se baat karein
ndr-step-replace = Customer ko naya piece bhejein

ndr-because-verified = Customer ne OTP se refusal confirm kiya; courier dobara nahi jaata.
ndr-because-attempts-over = { $attempts } attempt ho chuke; courier aur nahi karta.
ndr-because-attempts-left = { $left } attempt baaki hai.
ndr-because-not-attempted = Courier khud keh raha hai ki koi gaya hi nahi.
ndr-because-minutes-out = Delivery par nikalne ke { $minutes } minute mein hi fail ho gaya.
ndr-because-clean-customer = Customer ne pehle ke saare { $delivered } order liye hain.
ndr-because-history = Customer ne pehle ke { $of } mein se { $well } order liye.
ndr-because-reached-slot = { $slot ->
    [morning] Subah
    [afternoon] Dopahar
   *[evening] Shaam
} ki { $of } mein se { $well } call uthayi.
ndr-because-reached-channel = { $channel ->
    [PhoneCall] Phone par
    [WhatsAppMessage] WhatsApp par
    [SMS] SMS par
   *[Email] E-mail par
} { $of } mein se { $well } baar jawab mila.
ndr-because-like-this = Pichle 90 din mein aise { $of } mein se { $well } case deliver hue.
ndr-because-said = Customer { $outcome ->
    [WillAccept] ne kaha ki le lenge.
    [WrongAddress] ne kaha ki address galat hai.
    [Reschedule] ne dusra din maanga.
    [Refuse] ne kaha ki nahi chahiye.
    [NotReachable] se baat nahi ho payi.
   *[NoResponse] ne jawab nahi diya.
}
ndr-because-other-address = { $address } par { $delivered } order deliver hue hain.
ndr-because-cash = { $amount } cash lena hai.
ndr-because-damaged = Customer ko saamaan toh chahiye hi.
ndr-because-after-hour = Courier aisi request raat { $hour } baje ke baad leta hai.
ndr-because-if-nothing-helps = Agar aur kuch kaam na kare.
ndr-because-first-contact = Customer se ab tak baat nahi hui.

ndr-button-advise = Kya karein?
ndr-button-advise-says = Parcel { $awb } ka kya karun?
ndr-button-reattempt = { $day } ko phir se
ndr-button-reattempt-says = Parcel { $awb } ka { $day } ko reattempt lagao
ndr-button-return = Wapas mangwao
ndr-button-return-says = Parcel { $awb } wapas mangwao
ndr-button-track = Track
ndr-button-track-says = Parcel { $awb } kahan hai?

ndr-reattempt-title = Parcel { $awb } ka reattempt
ndr-reattempted = { $courier } ko bola jayega ki parcel { $awb } { $when } ko dobara le jaye.
ndr-return-title = Parcel { $awb } wapas mangwana
ndr-returned = { $courier } ko bola jayega ki parcel { $awb } wapas le aaye.
ndr-difference-status = Case
ndr-difference-day = Delivery kab
ndr-difference-phone = Courier ke liye phone
ndr-difference-landmark = Landmark
ndr-difference-parcel = Parcel
ndr-difference-order = Order
ndr-nothing = –
ndr-warning-sunday = { $day } ko Sunday hai; kai courier us din deliver nahi karte.
ndr-warning-overdue = Time nikal chuka hai; { $courier } shayad ise wapas bhej raha ho.
ndr-warning-told-later = { $courier } aisi request raat { $hour } baje ke baad leta hai; tab bola jayega.
ndr-warning-return-final = Courier ko bolne ke baad ye undo nahi hoga.
ndr-warning-customer-wants-it = Customer ne kaha hai ki le lenge.

error-courier-not-connected = { $courier } connected nahi hai. Settings mein connect karein, ya requests ek file mein rakhwa lein.
error-courier-already-returning = Parcel { $awb } pehle se aapke paas wapas aa raha hai.
error-manual-file = File { $file }, jisme haath se hone wala kaam rakha jata hai, abhi likhi nahi ja sakti.
error-ndr-refusal-verified = Customer ne parcel { $awb } lene se mana kiya aur OTP se confirm kiya, isliye courier dobara nahi jayega. Ye sirf wapas aa sakta hai.
error-ndr-no-attempt-left = Courier parcel { $awb } ke liye { $attempts } baar ja chuka hai aur ab nahi jayega. Ye wapas aa sakta hai, ya customer khud le sakta hai.
error-ndr-none = Parcel { $awb } ki koi delivery fail nahi hui, isliye kuch tay nahi karna. Kahan hai ye dekhne ke liye track karein.
error-ndr-ambiguous = Kai undelivered parcel milte hain. Kaun sa?
error-ndr-closed = Parcel { $awb } ka case nipat chuka hai, ab courier se kuch nahi kaha ja sakta.
error-ndr-returning = Parcel { $awb } pehle se wapas aa raha hai. Aa jaye toh naya bhejein.
error-ndr-under-way = Parcel { $awb } abhi dobara delivery par nikla hua hai. Nateeja aane tak rukein.
error-ndr-courier-will-not = Aisi failure ke baad { $courier } kehne par bhi parcel { $awb } dobara nahi le jaata. Wapas mangwa lein, ya courier se baat karein.
error-ndr-already-scheduled = Parcel { $awb } ka { $day } ka reattempt pehle se laga hai.
error-ndr-day-too-soon = { $day } bahut jaldi hai. Courier { $first } se { $last } tak aa sakta hai.
error-ndr-day-too-late = { $day } bahut door hai. { $attempts } attempt ke baad courier { $first } se { $last } tak aa sakta hai.
error-ndr-phone = { $phone } sahi phone number nahi hai. Poore das ank dein.
error-ndr-door-lacks-reattempt = { $courier } ke connection se reattempt nahi maanga ja sakta. Courier ki apni site par karein.
error-ndr-door-lacks-return_to_origin = { $courier } ke connection se RTO nahi maanga ja sakta. Courier ki apni site par karein.
error-ndr-moved-on = Parcel { $awb } ka case aage badh chuka hai, isliye undo nahi ho sakta.
error-ndr-already-told = { $courier } ko parcel { $awb } ke baare mein bola ja chuka hai, isliye undo nahi ho sakta. Kuch aur karwayein.
error-ndr-person-not-found = Team mein { $name } naam ka koi nahi hai.
error-ndr-person-ambiguous = { $name } naam ke kai log hain. Kaun?
error-messenger-not-connected = { $channel } se message bhejne ke liye abhi kuch juda nahi hai. Settings mein jodein, ya customer ko call karein.

ndr-queue-untouched = NDR jin par kuch nahi hua
ndr-queue-contacted = NDR jinke customer se baat hui

ndr-board-title = NDR board
ndr-board-column-untouched = Karne hain
ndr-board-column-contacted = Customer se baat hui
ndr-board-column-scheduled = Reattempt maanga
ndr-board-column-escalated = Escalated
ndr-board-column-closed = Band
ndr-board-found = { $what ->
    [none] { "" }
   *[other] { $what }:{ " " }
}{ $open ->
    [0] Koi khula NDR nahi.
   *[other] { $open } khule NDR, kul { $value } ke: { $columns }.
}{ $overdue ->
    [0] { "" }
   *[other] { " " }{ $overdue } ka time nikal chuka hai.
}
ndr-board-part = { $count } { $column ->
    [untouched] karne hain
    [contacted] mein customer se baat hui
    [scheduled] mein reattempt maanga gaya
   *[escalated] escalated
}
ndr-board-note = Band: { $first } se { $last } tak
ndr-board-attempt = { $reason }, attempt { $attempts }
ndr-board-more = { $count } aur
ndr-board-more-says = { $queue } dikhao
ndr-board-overdue = Sirf overdue
ndr-board-overdue-says = Overdue NDR dikhao

ndr-assign-title = Parcel { $awb } { $name } ko dena
ndr-assigned = Parcel { $awb } ab { $name } ke paas hai.
ndr-difference-assignee = Kiske paas
ndr-nobody = kisi ke paas nahi
ndr-warning-hands-full = { $name } ke paas pehle se { $count } khule case hain.
error-ndr-person-may-not = { $name } ko NDR par kaam karne ka haq nahi hai. Jinhe hai: { $able }.
error-ndr-settled = Parcel { $awb } ka case nipat chuka hai, ab usme kuch karna baaki nahi.
error-ndr-theirs-already = Parcel { $awb } pehle se { $name } ke paas hai.

ndr-outcome-WillAccept = le lenge
ndr-outcome-WrongAddress = kehte hain ki address galat hai
ndr-outcome-Reschedule = dusre din chahte hain
ndr-outcome-Refuse = nahi lena chahte
ndr-outcome-NotReachable = se contact nahi hua
ndr-outcome-NoResponse = ne jawab nahi diya
ndr-call-logged = Parcel { $awb } ke liye likh liya: customer { $outcome }.{ $tries ->
    [0] { "" }
    [one] { "" }
   *[other] { " " }Ab tak { $tries } call.
}{ $next ->
    [none] { "" }
   *[other] { " " }Aage: { $next }.
}

ndr-because-never-went-out = Kisi scan mein nahi dikhta ki ye kabhi delivery par nikla.
ndr-because-odd-hour = Attempt ka time { $at } likha hai, jab courier kisi ke darwaze par nahi hota.
ndr-dispute-title = Parcel { $awb } ke liye { $courier } ke fake attempt ki shikayat
ndr-disputed = { $courier } ko bataya jayega ki parcel { $awb } ke attempt { $attempt } par humein aapatti hai. { $because }
ndr-dispute-told = { $awb } ka attempt { $attempt }, jo { $failed } ko fail bataya gaya, us par aapatti hai. { $because } Customer ko kisi call ki humein jaankari nahi. Please check karein aur dobara try karein.
ndr-difference-dispute = Attempt { $attempt }
ndr-dispute-attempt = { $reason }, { $failed }
ndr-dispute-is = disputed
ndr-difference-out = Delivery par nikla
ndr-difference-sign = Khilaaf
ndr-difference-calls = Courier ke call
ndr-no-calls = humari jaankari mein koi nahi
ndr-not-scanned = koi scan nahi
ndr-warning-dispute-brings-nothing = Sirf shikayat se parcel nahi aata. Reattempt bhi maangein.
error-ndr-no-sign = Humari jaankari mein { $courier } ke khilaaf kuch nahi hai: usne parcel { $awb } ki koshish { $at } ko ki{ $minutes ->
    [none] .
   *[other] , delivery par nikalne ke { $minutes } minute baad.
} Customer ko call karein; agar wo lene ko taiyaar the to call “le lenge” likhein, tab report ho sakta hai.
error-ndr-disputed-already = Parcel { $awb } ke attempt { $attempt } ki shikayat { $at } ko ho chuki hai. { $courier } ke jawab ka wait karein, ya reattempt maangein.
error-ndr-door-lacks-report_fake_attempt = { $courier } ka connection fake attempt ki shikayat nahi leta. Courier ki apni site par karein.

message-channel-whatsapp = WhatsApp
message-channel-sms = SMS
message-channel-email = e-mail
ndr-message-title = Parcel { $awb } ke customer ko { $channel } par likhna
ndr-message-waits = { $to } ko { $channel } se { $at } ko bheja jayega: “{ $text }”
ndr-difference-to = Kise
ndr-difference-text = Message
ndr-difference-send = Kab
ndr-warning-sent-by-day = Der ho chuki hai; message { $at } ko jayega.
ndr-warning-nothing-to-ask = Courier khud kehta hai ki koi darwaze tak nahi gaya, to customer se poochne ko kuch khaas nahi. Courier se baat karein.
error-ndr-written-lately = Parcel { $awb } ke customer ko { $channel ->
    [whatsapp] WhatsApp
    [sms] SMS
   *[email] e-mail
} se { $at } ko likha ja chuka hai. { $again } tak wait karein, call karein, ya dusre tareeke se likhein.
error-ndr-no-phone = { $name } ka koi chalu phone number nahi hai. E-mail likhein, ya order { $order } dekhein.
error-ndr-no-email = { $name } ka e-mail address nahi hai. WhatsApp ya SMS karein, ya call karein.
error-ndr-already-sent = Parcel { $awb } ka message ja chuka hai, wapas nahi liya ja sakta.

ndr-letter-our-shop = hamari dukaan
ndr-letter-away = Namaste { $name } ji, { $shop } se. { $courier } aapka order { $order } ({ $what }) nahi de paya, koi mila nahi. Kis din, aur subah, dopahar ya shaam ko, dobara bhejein? Yahin jawab dein.
ndr-letter-refused = Namaste { $name } ji, { $shop } se. { $courier } ka kehna hai ki aapne order { $order } ({ $what }) nahi liya. Agar aisa nahi hai, ya aapko chahiye, to “haan” aur din likhein. Nahi chahiye to “nahi” likhein.
ndr-letter-address = Namaste { $name } ji, { $shop } se. { $courier } ko aapke order { $order } ({ $what }) ka address nahi mila. Ghar number, gali, landmark aur pincode likh dein.
ndr-letter-later = Namaste { $name } ji, { $shop } se. Aapka order { $order } ({ $what }) aapke bataye din ka intezaar kar raha hai. { $courier } kis din laaye? Yahin jawab dein.
ndr-letter-cash = Namaste { $name } ji, { $shop } se. { $courier } aapka order { $order } ({ $what }) nahi de paya: { $cod ->
    [yes] please { $amount } taiyaar rakhein, ya pehle online pay kar dein.
   *[no] payment saaf nahi tha. Paise aa chuke hain; darwaze par kuch nahi dena hai.
} Kis din dobara bhejein? Yahin jawab dein.
ndr-letter-damaged = Namaste { $name } ji, { $shop } se. { $courier } ka kehna hai ki aapka order { $order } ({ $what }) toot-phoot gaya. Humein khed hai. Naya bhejein? “haan” ya “nahi” likhein.
ndr-letter-open = Namaste { $name } ji, { $shop } se. { $courier } lene se pehle parcel kholne nahi deta, isliye order { $order } ({ $what }) nahi diya gaya. Usme kuch bhi gadbad ho to batayein, hum madad karenge. Kis din dobara bhejein?
ndr-letter-entry = Namaste { $name } ji, { $shop } se. { $courier } ko aapke order { $order } ({ $what }) ke saath andar nahi jaane diya gaya. Gate par kise dein, ya kahan aur bhejein? Yahin jawab dein.
ndr-letter-delayed = Namaste { $name } ji, { $shop } se. Aapka order { $order } ({ $what }) { $courier } abhi tak nahi de paya. Humein khed hai; dobara koshish hogi. Koi din theek rahe to yahin bata dein.

ndr-button-report = Fake attempt ki shikayat
ndr-button-report-says = Parcel { $awb } ke fake attempt ki shikayat karo
ndr-button-message = Customer ko likho
ndr-button-message-says = Parcel { $awb } ke customer ko likho

ndr-many-assign-title = { $parcels }, kul { $worth } ke, { $name } ko dena
ndr-many-assigned = { $parcels } { $name } ko diye gaye.
ndr-many-reattempt-title = { $parcels }, kul { $worth } ke, { $when } ko dobara bhejna
ndr-many-reattempted = Courier se { $parcels } { $when } ko dobara bhejne ko kaha jayega.
error-ndr-none-fit = Aisa koi NDR nahi hai, to kuch badla nahi gaya. Kaun se hain ye dekhne ke liye NDR ki list maangein.
why-ndr-theirs-already = pehle se unhi ke paas
why-ndr-no-attempt-left = jinki koi koshish baaki nahi
why-ndr-refusal-verified = OTP ke saath mana kiye gaye
why-ndr-courier-will-not = jinhe courier dobara nahi le jata
why-ndr-under-way = abhi dobara delivery par
why-ndr-day-too-soon = jinke liye din bahut jaldi hai
why-ndr-day-too-late = jinke liye din bahut der ka hai
why-ndr-already-scheduled = usi din ke liye pehle se maange hue
why-ndr-returning = wapas aa rahe
why-ndr-closed = nipat chuke
why-ndr-settled = nipat chuke
planner-need-NdrOutcome = Customer ne kya kaha?
planner-need-MessageChannel = WhatsApp, SMS ya e-mail?
