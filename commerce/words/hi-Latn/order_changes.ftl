order-confirm-title = Order { $number } confirm karna
order-confirmed = Order { $number } confirm ho gaya.
order-release-title = Order { $number } hold se hatana
order-released = Order { $number } hold se hat gaya, ab phir { $status }.
order-note-title = Order { $number } par note
order-noted = Order { $number } par note likh diya: { $note }
order-address-title = Order { $number } ka naya pata
order-address-changed = Order { $number } ab yahan jayega: { $address }
order-refund-title = Order { $number } ke { $amount } refund karna
order-refunded = Order { $number } ke { $amount } customer ko wapas ja rahe hain: payment provider ko abhi bola hai, paisa 5 se 7 working din mein aata hai.{ $left ->
    [none] { "" }
   *[some] { " " }Baaki { $rest } paid rahenge.
}
order-link-title = { $name } ko order { $number } ka payment link bhejna: { $amount }
order-link-sent = { $name } ({ $to }) ko order { $number } ke { $amount } ka payment link ja raha hai, { $until } tak khula hai. Jab tak woh pay nahi karte, order unpaid rahega.

order-part-name = Lene wala
order-part-line1 = Pata line 1
order-part-line2 = Pata line 2
order-part-landmark = Landmark
order-part-city = Sheher
order-part-state = State
order-part-pincode = Pincode
order-part-phone = Phone
order-line-pays = Dena hai
order-line-to = Kisko
order-line-until = Kab tak
order-percent-off = { $amount } ({ $percent }%)

order-paid-title = Order { $number } ka payment likhein: { $total }
order-paid = Order { $number } ka payment ho gaya: { $total } ({ $method }).
order-line-method = Payment kaise
order-line-collect = Lena hai, parcel { $awb }
order-line-reference = Reference
order-button-paid = Payment mila
order-button-paid-says = Order { $number } ko paid mark karo
order-button-confirm = Confirm karein
order-button-confirm-says = Order { $number } confirm karo
order-button-release = Hold hatayein
order-button-release-says = Order { $number } hold se hatao
order-button-refund = Refund
order-button-refund-says = Order { $number } refund karo
order-button-link = Payment link
order-button-link-says = Order { $number } ka payment link bhejo

order-reason-confirmed = Chat se confirm kiya
order-reason-released = Hold hataya
order-reason-address = Pata badla
order-reason-refund = { $amount } ka refund
order-reason-link = { $amount } ka payment link
order-reason-refund-refused = Provider ne refund nahi kiya: { $why }
order-reason-link-refused = Payment link nahi gaya: { $why }
order-reason-link-paid = Payment link se { $amount } aaye

order-warning-not-paid = { $total } abhi aaye nahi hain. Payment link bhej kar maang sakte hain.
order-warning-paid-there = Yeh order { $channel } se aaya tha. Paisa wahan diya gaya ho to refund bhi wahin se karein.
order-warning-paid-in-cash = Paisa cash mein mila tha, isliye provider customer se poochega ki kahan bheje.
order-warning-still-coming = Order { $number } abhi bhi customer ke paas ja raha hai. Nahi jana chahiye to cancel karein ya RTO mangwayein.
order-warning-link-there = Yeh order { $channel } se aaya tha, aur { $channel } bahar payment lene nahi deta.
order-warning-courier-collects = Parcel { $awb } courier ke paas hai, woh cash maangega. Customer online pay kare to courier se kahein ki cash na le.
order-reason-paid = Payment hua ({ $method }){ $reference ->
    [none] { "" }
   *[other] , { $reference }
}
order-reason-courier-refused = Parcel { $awb } ke liye { $courier } yeh nahi karega ({ $why }). Unhe call karein.
order-warning-collect-told = { $courier } ko bataya jaata hai ki parcel { $awb } par kuch na le.
order-warning-collect-call = { $courier } parcel { $awb } par ab bhi cash lega, aur use yahan se bataya nahi ja sakta. Unhe call karein.
order-warning-collect-again = { $courier } ko bataya ja chuka hai ki parcel { $awb } par kuch na le. Unhe call karein.
order-warning-label-told = { $courier } ko parcel { $awb } ka naya address bataya jaata hai. Uska label phir se print karein.
order-warning-label-call = Parcel { $awb } { $courier } ke paas purane address par book hai, aur unhe yahan se bataya nahi ja sakta. Unhe call karein ya phir se book karein, aur label phir se print karein.
order-warning-link-useless = Customer ke paas jo payment link hai, woh band hota hai.

order-line-link = Payment link
order-link-asked = { $amount }, bheja jaane wala hai
order-link-open = { $amount }, khula hai
order-link-closed = { $amount }, band
order-link-paid = { $amount }, payment ho gaya
order-link-expired = { $amount }, time khatam
order-link-failed = { $amount }, nahi gaya
order-warning-link-closes = Customer ka { $amount } ka payment link bhi band hoga, { $at } se hamesha ke liye, jab yeh undo nahi ho sakega. Tab tak usse jo payment aaye, uska refund kar dena.
order-warning-link-gone = Order ka payment link band hi rahega. Naya bhej dena.

orders-cancel-title = { $count } order cancel karna, kul { $total }
orders-cancelled = { $count } order cancel ho gaye, kul { $total }.
orders-confirm-title = { $count } order confirm karna, kul { $total }
orders-confirmed = { $count } order confirm ho gaye, kul { $total }.
orders-hold-title = { $count } order hold karna, kul { $total }
orders-held = { $count } order hold par hain, kul { $total }.
orders-row = { $status }, { $total }, { $customer }, { $city }
orders-warning-cod = Inmein se { $count } COD hain: unka paisa delivery par aata hai.

why-order-already-cancelled = pehle se cancel
why-order-cancel-shipped = courier ke paas
why-order-cancel-delivered = deliver ho chuke
why-order-cancel-returned = wapas aa rahe ya aa chuke
why-order-cancel-failed = fail hue
why-order-already-held = pehle se hold par
why-order-hold-shipped = courier ke paas
why-order-hold-finished = poore ho chuke
why-order-already-confirmed = pehle se confirm
why-order-confirm-held = hold par
why-order-confirm-finished = nikal chuke ya poore ho chuke
why-order-not-found = is dukaan mein nahi
why-order-ambiguous = kai order ho sakte hain
why-order-moved-on = tab se aage badh gaye
why-orders-not-among = baaki baat se nahi milte

error-order-already-confirmed = Order { $number } pehle se confirm hai.
error-order-confirm-held = Order { $number } hold par hai. Pehle hold se hatayein.
error-order-confirm-finished = Order { $number } ({ $status }) confirm hone se aage nikal chuka hai.
error-order-not-held = Order { $number } hold par nahi hai ({ $status }), hatane ko kuch nahi hai.
error-order-note-empty = Order { $number } par likhne ko kuch nahi hai. Note mein kya likhna hai boliye.
error-order-note-long = Order { $number } ke liye note bahut lamba hai: { $most } akshar ki jagah bachi hai.
error-order-address-shipped = Order { $number } courier ke paas hai, yahan se pata nahi badal sakta. Delivery fail ho to sahi phone ya landmark ke saath reattempt maangein, ya RTO mangwa kar dobara bhejein.
error-order-address-finished = Order { $number } ({ $status }) poora ho chuka hai, ab pate se fark nahi padta.
error-order-address-same = Order { $number } pehle se wahin ja raha hai. Pate mein kya badalna hai boliye.
error-order-address-empty = Line 1, sheher, state aur naam khaali nahi ho sakte.
error-order-pincode = { $pincode } pincode nahi hai. Pincode mein chhe ank hote hain aur 0 se shuru nahi hota.
error-order-pincode-elsewhere = Pincode { $pincode } { $there } mein hai, { $state } mein nahi. Sahi pincode dein, ya uske saath ka sheher aur state.
error-order-phone = { $phone } phone number nahi hai. Das ank ka number dein, jaise 98765 43210.
error-order-refund-cod = Order { $number } COD hai aur cash abhi mila nahi, isliye refund karne ko kuch nahi hai. Nahi bhejna ho to cancel karein; delivery ke baad { $total } refund ho sakta hai.
error-order-refund-unpaid = Order { $number } ka paisa aaya hi nahi, refund karne ko kuch nahi hai. Cancel karein ya payment link bhejein.
error-order-refund-done = Order { $number } ka poora paisa pehle hi refund ho chuka hai.
error-order-refund-too-little = Order { $number } ka refund kam se kam ₹1 aur zyada se zyada { $left } ho sakta hai.
error-order-refund-too-much = Order { $number } mein { $amount } refund nahi ho sakta, itna baaki nahi hai. Zyada se zyada { $left } refund ho sakta hai.
error-order-link-paid = Order { $number } ka payment ho chuka hai, dene ko kuch nahi hai.
error-order-link-delivered = Order { $number } deliver ho chuka hai; cash courier se aayega. Payment link delivery se pehle chalta hai.
error-order-link-finished = Order { $number } ({ $status }) ab nahi ja raha, dene ko kuch nahi hai.
error-order-link-out = Order { $number } ka { $amount } ka link ja chuka hai aur { $until } tak khula hai. Uske baad naya bhej sakte hain.
error-order-link-too-little = Order { $number } mein itna kam baaki hai ki payment link nahi ban sakta.
error-order-link-nobody = Order { $number } ke customer ka na phone hai na e-mail, link kahan bhejein. Pehle delivery ke pate mein phone jodein.
error-order-discount = { $percent }% aapki limit se zyada hai (zyada se zyada { $most }%).{ $role ->
    [none] { "" }
   *[other] { " " }Kam karein, ya { $role } role wale se kahein.
}
error-orders-which-cancel = Kaunse order cancel karne hain? Boliye kaise chunein: unpaid, 5 din se purane, kisi jagah, channel ya customer ke, ya number se.
error-orders-which-confirm = Kaunse order confirm karne hain? Boliye kaise chunein: COD, aaj ke, kisi rakam se kam, kisi jagah ya channel ke, ya number se.
error-orders-which-hold = Kaunse order hold karne hain? Boliye kaise chunein: kisi jagah ke, kisi rakam se upar, kisi channel ya customer ke, ya number se.
error-orders-none-fit = Aisa koi order nahi hai, isliye kuch nahi badla.
error-orders-not-among = Yeh order baaki baat se nahi milta.

error-payments-not-connected = Koi payment provider juda nahi hai, isliye yahan se na refund ho sakta hai na payment maang sakte hain. Settings mein jodein.
error-payments-too-little = Payment provider itni chhoti rakam nahi bhejta.
error-payments-refused = Payment provider order { $order } ka link nahi banayega.
error-payments-more-than-paid = Order { $order } ke liye { $paid } diye gaye the, provider usse zyada refund nahi karega.
error-payments-link-paid = Order { $order } ke payment link se payment ho chuka hai, isliye woh band nahi ho sakta. Uska refund karein.
error-order-record-paid = Order { $number } ka payment pehle hi ho chuka hai.
error-order-record-finished = Order { $number } ({ $status }) band ho chuka hai, uska kuch baaki nahi hai.

audit-action-record_payment = payment likhna
