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
