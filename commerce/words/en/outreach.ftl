# What customers are asked before they write.
ask-delivery = Namaste { $name }, this is { $shop }. Your parcel { $parcel } (order { $order }) could not be delivered{ $reason ->
    [CustomerNotAvailable] : the courier says nobody was there
    [CustomerUnreachable] : the courier says you could not be reached
    [CustomerRefused] : the courier says it was refused
    [IncorrectAddress] : the courier says the address could not be found
    [PremisesClosed] : the courier says the place was closed
    [CODNotReady] : the courier says the cash was not ready
   *[other] {""}
 }. What shall we do?
ask-button-again = Deliver again
ask-button-again-says = Deliver parcel { $parcel } again
ask-button-address = Address is wrong
ask-button-address-says = The address of parcel { $parcel } is wrong
ask-button-pay = Pay online
ask-button-pay-says = I want to pay for parcel { $parcel } online
ask-button-refuse = I don't want it
ask-button-refuse-says = I do not want parcel { $parcel } any more
ask-button-person = Talk to a person
ask-button-person-says = I want to talk to a person about parcel { $parcel }
error-ask-unknown = There is nothing called “{ $kind }” to ask. There is: { $known }.
ask-confirm = Namaste { $name }, this is { $shop }. You ordered { $order } for { $total }, to be paid in cash, to: { $address }.{ $lacks ->
    [house] { " " }We see no house or flat number in it.
    [pincode] { " " }The pincode does not seem to lie there.
    [sense] { " " }We cannot read it well.
   *[none] { "" }
} Shall we send it?
ask-address = Namaste { $name }, this is { $shop }. Your order { $order } is to go to: { $address }. { $lacks ->
    [pincode] The pincode does not seem to lie there.
    [sense] We cannot read it well.
   *[house] We see no house or flat number in it.
} What is the right address?
ask-total = { $total }
ask-channel-whatsapp = WhatsApp
ask-channel-sms = SMS
ask-channel-email = e-mail
ask-channel-telegram = Telegram
ask-channel-slack = Slack
ask-confirm-history = The customer was asked on { $channel } to confirm
ask-address-history = The customer was asked on { $channel } about the address
ask-button-confirm = Yes, send it
ask-button-confirm-says = Yes, send my order { $parcel }
ask-button-order-address = Change address
ask-button-order-address-says = The address of order { $parcel } is wrong
ask-button-order-pay = { $percent ->
    [0] Pay online
   *[other] Pay now, { $percent }% off
}
ask-button-order-pay-says = I want to pay for order { $parcel } online
ask-button-cancel = Cancel it
ask-button-cancel-says = I do not want order { $parcel } any more
ask-button-right = Address is right
ask-button-right-says = Yes, the address of order { $parcel } is right, send it
ask-button-order-person = Talk to a person
ask-button-order-person-says = I want to talk to a person about order { $parcel }
order-reason-customer-confirmed = The customer confirmed it
own-confirmation-done = Thank you. Order { $subject } is confirmed; we send it to the address you gave.
error-own-confirm-late = Order { $number } needs no confirmation any more; it is: { $status }.
error-own-confirmed-already = You have confirmed order { $number } already; we send it.
setting-AskDelivery = Ask customers about failed deliveries
setting-AskConfirm = Ask customers to confirm cash orders
setting-AskAddress = Ask customers about doubtful addresses
setting-PrepaidDiscount = Saved by paying a cash order online
setting-switch = { $state ->
    [on] on
   *[off] off
}
error-setting-switch = Say on or off.
audit-action-confirm_my_order = confirm their own order
ask-link = Namaste { $name }, here you can pay { $amount } for your order { $order } at { $shop }: { $link }
