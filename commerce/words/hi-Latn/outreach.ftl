# Graahakon se pehle se kya poochha jaata hai.
ask-delivery = Namaste { $name }, { $shop } se. Aapka parcel { $parcel } (order { $order }) nahi pahunch paaya{ $reason ->
    [CustomerNotAvailable] : courier kehta hai wahan koi nahi tha
    [CustomerUnreachable] : courier kehta hai aapse baat nahi ho paayi
    [CustomerRefused] : courier kehta hai lene se mana kiya gaya
    [IncorrectAddress] : courier kehta hai address nahi mila
    [PremisesClosed] : courier kehta hai jagah band thi
    [CODNotReady] : courier kehta hai cash taiyaar nahi tha
   *[other] {""}
 }. Kya karein?
ask-button-again = Phir se bhejiye
ask-button-again-says = Parcel { $parcel } phir se bhej do
ask-button-address = Address galat hai
ask-button-address-says = Parcel { $parcel } ka address galat hai
ask-button-pay = Online payment
ask-button-pay-says = Parcel { $parcel } ka payment online karna hai
ask-button-refuse = Nahi chahiye
ask-button-refuse-says = Parcel { $parcel } ab nahi chahiye
ask-button-person = Kisi se baat
ask-button-person-says = Parcel { $parcel } ke baare mein kisi se baat karni hai
error-ask-unknown = “{ $kind }” naam ka koi sawaal nahi hai. Ye hain: { $known }.
ask-confirm = Namaste { $name }, { $shop } se. Aapne { $total } ka order { $order } cash on delivery par kiya hai, is pate par: { $address }.{ $lacks ->
    [house] { " " }Ismein makaan ya flat ka number nahi dikh raha.
    [pincode] { " " }Pincode is jagah ka nahi lag raha.
    [sense] { " " }Pata theek se padha nahi ja raha.
   *[none] { "" }
} Bhej dein?
ask-address = Namaste { $name }, { $shop } se. Aapka order { $order } is pate par jaana hai: { $address }. { $lacks ->
    [pincode] Pincode is jagah ka nahi lag raha.
    [sense] Pata theek se padha nahi ja raha.
   *[house] Ismein makaan ya flat ka number nahi dikh raha.
} Sahi pata kya hai?
ask-total = { $total }
ask-channel-whatsapp = WhatsApp
ask-channel-sms = SMS
ask-channel-email = e-mail
ask-channel-telegram = Telegram
ask-channel-slack = Slack
ask-confirm-history = Customer se { $channel } par confirm karne ko poocha
ask-address-history = Customer se { $channel } par address poocha
ask-button-confirm = Haan, bhej do
ask-button-confirm-says = Haan, mera order { $parcel } bhej do
ask-button-order-address = Address badlo
ask-button-order-address-says = Order { $parcel } ka address galat hai
ask-button-order-pay = { $percent ->
    [0] Online payment
   *[other] Online: { $percent }% kam
}
ask-button-order-pay-says = Order { $parcel } ka payment online karna hai
ask-button-cancel = Cancel kar do
ask-button-cancel-says = Order { $parcel } ab nahi chahiye
ask-button-right = Address sahi hai
ask-button-right-says = Haan, order { $parcel } ka address sahi hai, bhej do
ask-button-order-person = Kisi se baat
ask-button-order-person-says = Order { $parcel } ke baare mein kisi se baat karni hai
order-reason-customer-confirmed = Customer ne confirm kiya
own-confirmation-done = Shukriya. Order { $subject } confirm ho gaya; hum diye gaye pate par bhej rahe hain.
error-own-confirm-late = Order { $number } ko ab confirm karne ki zaroorat nahi; abhi: { $status }.
error-own-confirmed-already = Aap order { $number } pehle hi confirm kar chuke hain; hum bhej rahe hain.
setting-AskDelivery = Fail delivery par customer se poochna
setting-AskConfirm = Cash order par customer se confirm karana
setting-AskAddress = Adhoore address par customer se poochna
setting-PrepaidDiscount = Cash order online pay karne par bachat
setting-switch = { $state ->
    [on] chalu
   *[off] band
}
error-setting-switch = Chalu ya band boliye.
audit-action-confirm_my_order = apna order confirm karna
ask-link = Namaste { $name }, { $shop } par aapke order { $order } ke { $amount } yahan pay kar sakte hain: { $link }
