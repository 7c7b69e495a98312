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
