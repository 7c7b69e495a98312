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
