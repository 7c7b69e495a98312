# WhatsApp and SMS: what they show, and what went wrong there.
whatsapp-choose = Please choose:
whatsapp-open-list = Choose
whatsapp-answer-by-number = Answer with the number.
whatsapp-more-in-file = { $count ->
    [one] …and one more in the file.
   *[other] …and { $count } more in the file.
}
carrier-refused = The carrier did not take it ({ $code }). { $said }
carrier-refused-account = The account at the carrier does not let us in. Look at its id, token and balance.
carrier-refused-number = This is no number that can be written to. Correct the customer's phone number.
carrier-refused-country = The account may not write to this country. Allow it in the carrier's settings.
carrier-refused-stopped = This person asked not to be written to. Only they can change that, by writing START.
carrier-refused-landline = This number takes no messages; it may be a landline. Call them.
carrier-refused-long = The text is too long for one message.
carrier-refused-unreachable = The phone is switched off or out of reach. Try later, or call.
carrier-refused-blocked = This person has blocked the shop, or their operator has. Reach them another way.
carrier-refused-unknown = Nobody of this number can be reached here. Try another channel.
carrier-refused-filtered = The operator filtered it as spam. Use a registered text.
carrier-refused-network = The operator's network failed. It may work later.
carrier-refused-dlt = It does not fit a registered text. Look at the header and the template.
carrier-refused-late = It could not be brought in time.
carrier-refused-refused = The messenger refused it.
carrier-refused-sender = The shop's number is not set up at the carrier for this. Look at the settings.
carrier-refused-policy = It breaks the messenger's rules of business.
carrier-refused-sandbox = This person has not joined the sandbox yet. They must write its join word first.
carrier-refused-window = This person has not written for 24 hours, so only an approved template may be sent.
carrier-refused-busy = Too much at once; the carrier asks to slow down.
carrier-refused-media = The carrier could not fetch the picture or file. Look at the public address.
carrier-refused-template = The template is not approved as it was sent, or its values do not fit.
carrier-refused-limited = The messenger limits how many such messages this person gets. Try another day.
carrier-refused-file = The file is no longer there.
error-carrier-file = The carrier does not give this file out, or it is over 16 MB.
error-whatsapp-settings = WhatsApp needs { $missing } as well.
error-sms-settings = SMS needs { $missing } as well.
