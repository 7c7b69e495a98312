ndr-reason-CustomerNotAvailable = Customer not available
ndr-reason-CustomerRefused = Customer refused
ndr-reason-IncorrectAddress = Wrong or incomplete address
ndr-reason-FutureDeliveryRequested = Customer asked for a later day
ndr-reason-CustomerUnreachable = Customer could not be reached
ndr-reason-PremisesClosed = Premises closed
ndr-reason-CustomerOutOfStation = Customer out of station
ndr-reason-CODNotReady = Cash not ready
ndr-reason-AddressChangeRequested = Customer asked for another address
ndr-reason-ProductDamaged = Product damaged
ndr-reason-OpenDeliveryRequested = Customer wants to open it first
ndr-reason-SecurityRestriction = Entry not allowed
ndr-reason-WeatherIssue = Weather
ndr-reason-Other = Other

ndr-status-Open = Open
ndr-status-Assigned = Assigned
ndr-status-CustomerContacted = Customer contacted
ndr-status-ReattemptScheduled = Reattempt asked for
ndr-status-ReattemptInProgress = Reattempt under way
ndr-status-Delivered = Delivered
ndr-status-RTOInitiated = Return to origin begun
ndr-status-ClosedDelivered = Closed, delivered
ndr-status-ClosedRTO = Closed, returned
ndr-status-ClosedAddressUpdated = Closed, address updated
ndr-status-Escalated = Escalated

ndr-queue-open = Open NDR
ndr-queue-overdue = Overdue NDR
ndr-queue-due_today = NDR to act on today
ndr-queue-due_tomorrow = NDR to act on by tomorrow
ndr-queue-unassigned = Open NDR that is nobody's
ndr-queue-scheduled = NDR with a reattempt asked for
ndr-queue-escalated = Escalated NDR
ndr-queue-delivered = NDR delivered after all
ndr-queue-returned = NDR sent back
ndr-queue-closed = Settled NDR
ndr-queue-all = All NDR

ndr-found = { $queue }{ $what ->
    [none] { "" }
   *[other] { " " }({ $what })
}{ $first ->
    [none] { "" }
   *[other] , { $first } to { $last }
}: { $count ->
    [0] none.
    [one] 1 parcel, worth { $value }.
   *[other] { $count } parcels, worth { $value }.
}{ $overdue ->
    [0] { "" }
   *[other] { " " }{ $overdue } overdue.
}{ $reason ->
    [none] { "" }
   *[other] { " " }Most often: { $reason } ({ $most }).
}
ndr-list-note = { $shown } of { $count }{ $first ->
    [none] { "" }
   *[other] , { $first } to { $last }
}
ndr-column-order = Order
ndr-column-reason = Reason
ndr-column-attempts = Attempts
ndr-column-value = Value
ndr-column-due = Due
ndr-column-assignee = With
ndr-amount = { $amount }
ndr-day = { $day }
ndr-moment = { $at }
ndr-due-left = { $unit ->
    [minutes] { $number } min left
    [hours] { $number } h left
   *[days] { $number } days left
}
ndr-due-over = overdue { $unit ->
    [minutes] { $number } min
    [hours] { $number } h
   *[days] { $number } days
}
ndr-choice = Order { $order }, parcel { $awb }, { $value }

ndr-advised = Parcel { $awb } of order { $order } ({ $customer }): { $reason }, attempt { $attempts }, { $value }{ $due ->
    [none] .
   *[other] , { $due }.
} { $step ->
    [none] Nothing is to be done now.
   *[other] Best: { $step }.
}
ndr-advised-settled = Parcel { $awb } of order { $order } is settled: { $status }.
ndr-attempt = Attempt { $attempts } of { $most }
ndr-line-customer = Customer
ndr-line-courier = Courier
ndr-line-status = Status
ndr-line-payment = To collect
ndr-line-history = Earlier orders
ndr-line-reattempt = Reattempt asked for
ndr-line-assignee = With
ndr-line-doubt = Did they really try?
ndr-customer = { $name }, { $city }
ndr-history = { $of ->
    [0] This is the first
   *[other] Took { $well } of { $of }
}
ndr-when = { $day }{ $slot ->
    [morning] , morning (9 am to 1 pm)
    [afternoon] , afternoon (1 to 5 pm)
    [evening] , evening (5 to 9 pm)
   *[none] { "" }
}

ndr-step-reattempt = Ask for another attempt on { $day }
ndr-step-return = Have it sent back
ndr-step-call = Call the customer{ $slot ->
    [morning] { " " }in the morning
    [afternoon] { " " }in the afternoon
    [evening] { " " }in the evening
   *[none] { "" }
}
ndr-step-whatsapp = Write to the customer on WhatsApp
ndr-step-ask_address = Ask the customer for the right address and a landmark
ndr-step-other_address = Offer the customer's other address
ndr-step-offer_prepayment = Offer to pay online, so that no cash is needed
ndr-step-chase_courier = Take it up with the courier
ndr-step-replace = Send the customer a new piece

ndr-because-verified = The customer confirmed the refusal with an OTP; couriers do not try again.
ndr-because-attempts-over = { $attempts } attempts were made; couriers make no more.
ndr-because-attempts-left = { $left ->
    [one] 1 attempt is left.
   *[other] { $left } attempts are left.
}
ndr-because-not-attempted = The courier itself says that nobody went to the door.
ndr-because-minutes-out = It failed { $minutes } minutes after going out for delivery.
ndr-because-clean-customer = The customer took all { $delivered } earlier orders.
ndr-because-history = The customer took { $well } of { $of } earlier orders.
ndr-because-reached-slot = Answered { $well } of { $of } earlier calls in the { $slot }.
ndr-because-reached-channel = Answered { $well } of { $of } earlier tries { $channel ->
    [PhoneCall] by phone
    [WhatsAppMessage] on WhatsApp
    [SMS] by SMS
   *[Email] by e-mail
}.
ndr-because-like-this = { $well } of { $of } such cases of the last 90 days were delivered.
ndr-because-said = The customer { $outcome ->
    [WillAccept] said they will take it.
    [WrongAddress] said the address is wrong.
    [Reschedule] asked for another day.
    [Refuse] said they do not want it.
    [NotReachable] could not be reached.
   *[NoResponse] has not answered.
}
ndr-because-other-address = { $delivered ->
    [one] 1 order was
   *[other] { $delivered } orders were
} delivered to { $address }.
ndr-because-cash = { $amount } is to be collected in cash.
ndr-because-damaged = The customer has still ordered it.
ndr-because-after-hour = The courier takes such requests after { $hour } pm.
ndr-because-if-nothing-helps = If nothing else helps.
ndr-because-first-contact = Nobody has reached the customer before.

ndr-button-advise = What to do?
ndr-button-advise-says = What should I do about parcel { $awb }?
ndr-button-reattempt = Try again { $day }
ndr-button-reattempt-says = Reattempt parcel { $awb } on { $day }
ndr-button-return = Send back
ndr-button-return-says = Send parcel { $awb } back
ndr-button-track = Track
ndr-button-track-says = Where is parcel { $awb }?

ndr-reattempt-title = Try parcel { $awb } again
ndr-reattempted = { $courier } will be asked to try parcel { $awb } again on { $when }.
ndr-return-title = Send parcel { $awb } back
ndr-returned = { $courier } will be asked to bring parcel { $awb } back.
ndr-difference-status = Case
ndr-difference-day = Delivery on
ndr-difference-phone = Phone for the courier
ndr-difference-landmark = Landmark
ndr-difference-parcel = Parcel
ndr-difference-order = Order
ndr-nothing = –
ndr-warning-sunday = { $day } is a Sunday; many couriers do not deliver then.
ndr-warning-overdue = The time to act has passed; { $courier } may already be sending it back.
ndr-warning-told-later = { $courier } takes such requests after { $hour } pm; it is told then.
ndr-warning-return-final = Once the courier has been told, this cannot be undone.
ndr-warning-customer-wants-it = The customer has said that they will take it.

error-courier-not-connected = { $courier } is not connected. Connect it in the settings, or let requests be kept in a file.
error-courier-already-returning = Parcel { $awb } is already on its way back to you.
error-manual-file = The file { $file }, in which work by hand is kept, cannot be written now.
error-ndr-refusal-verified = The customer refused parcel { $awb } and confirmed it with an OTP, so the courier will not try again. It can only come back.
error-ndr-no-attempt-left = The courier has made { $attempts } attempts for parcel { $awb } and makes no more. It can come back, or the customer can collect it.
error-ndr-none = Parcel { $awb } has had no failed delivery, so there is nothing to decide. Track it to see where it is.
error-ndr-ambiguous = Several undelivered parcels fit. Which one?
error-ndr-closed = The case of parcel { $awb } is settled, so nothing can be asked of the courier any more.
error-ndr-returning = Parcel { $awb } is already being sent back. When it has come, send a new one.
error-ndr-under-way = Parcel { $awb } is out for another attempt now. Wait for how it ends.
error-ndr-courier-will-not = After such a failure { $courier } does not try parcel { $awb } again when asked. Have it sent back, or take it up with the courier.
error-ndr-already-scheduled = A reattempt of parcel { $awb } on { $day } is asked for already.
error-ndr-day-too-soon = { $day } is too soon. The courier can come from { $first } to { $last }.
error-ndr-day-too-late = { $day } is too late. After { $attempts ->
    [one] 1 attempt
   *[other] { $attempts } attempts
} the courier can come from { $first } to { $last }.
error-ndr-phone = { $phone } is not a phone number that works. Give all ten digits.
error-ndr-door-lacks-reattempt = The connection to { $courier } cannot ask for a reattempt. Ask on the courier's own site.
error-ndr-door-lacks-return_to_origin = The connection to { $courier } cannot ask for a return. Ask on the courier's own site.
error-ndr-moved-on = The case of parcel { $awb } has moved on since, so this cannot be undone.
error-ndr-already-told = { $courier } has been told about parcel { $awb } already, so this cannot be undone. Ask for something else instead.
error-ndr-person-not-found = Nobody of the team is called { $name }.
error-ndr-person-ambiguous = Several people are called { $name }. Who is meant?
error-messenger-not-connected = Nobody brings messages by { $channel } yet. Connect it in the settings, or call the customer.

ndr-queue-untouched = NDR nobody has worked on
ndr-queue-contacted = NDR whose customer was contacted

ndr-board-title = NDR board
ndr-board-column-untouched = To do
ndr-board-column-contacted = Customer contacted
ndr-board-column-scheduled = Reattempt asked for
ndr-board-column-escalated = Escalated
ndr-board-column-closed = Closed
ndr-board-found = { $what ->
    [none] { "" }
   *[other] { $what }:{ " " }
}{ $open ->
    [0] No open NDR.
    [one] 1 open NDR, worth { $value }: { $columns }.
   *[other] { $open } open NDR, worth { $value }: { $columns }.
}{ $overdue ->
    [0] { "" }
   *[other] { " " }{ $overdue } overdue.
}
ndr-board-part = { $count } { $column ->
    [untouched] to do
    [contacted] contacted
    [scheduled] with a reattempt asked for
   *[escalated] escalated
}
ndr-board-note = Closed: { $first } to { $last }
ndr-board-attempt = { $reason }, attempt { $attempts }
ndr-board-more = { $count } more
ndr-board-more-says = Show { $queue }
ndr-board-overdue = Overdue only
ndr-board-overdue-says = Show overdue NDR

ndr-assign-title = Give parcel { $awb } to { $name }
ndr-assigned = Parcel { $awb } is with { $name } now.
ndr-difference-assignee = With
ndr-nobody = nobody
ndr-warning-hands-full = { $name } has { $count } open cases already.
error-ndr-person-may-not = { $name } may not work on undelivered parcels. Those who may: { $able }.
error-ndr-settled = The case of parcel { $awb } is settled, so there is nothing left to do about it.
error-ndr-theirs-already = Parcel { $awb } is with { $name } already.

ndr-outcome-WillAccept = will take it
ndr-outcome-WrongAddress = says the address is wrong
ndr-outcome-Reschedule = wants another day
ndr-outcome-Refuse = does not want it
ndr-outcome-NotReachable = could not be reached
ndr-outcome-NoResponse = did not answer
ndr-call-logged = Written down for parcel { $awb }: the customer { $outcome }.{ $tries ->
    [0] { "" }
    [one] { "" }
   *[other] { " " }{ $tries } calls so far.
}{ $next ->
    [none] { "" }
   *[other] { " " }Next: { $next }.
}

ndr-because-never-went-out = No scan shows that it ever went out for delivery.
ndr-because-odd-hour = The attempt is dated { $at }, when couriers are at no doors.
ndr-dispute-title = Report a fake attempt of { $courier } for parcel { $awb }
ndr-disputed = { $courier } will be told that attempt { $attempt } for parcel { $awb } is disputed. { $because }
ndr-dispute-told = Attempt { $attempt } for { $awb }, reported as failed { $failed }, is disputed. { $because } We know of no call to the customer. Please check, and try again.
ndr-difference-dispute = Attempt { $attempt }
ndr-dispute-attempt = { $reason }, { $failed }
ndr-dispute-is = disputed
ndr-difference-out = Went out for delivery
ndr-difference-sign = Against it
ndr-difference-calls = Calls by the courier
ndr-no-calls = none that we know of
ndr-not-scanned = no scan
ndr-warning-dispute-brings-nothing = A dispute alone does not bring the parcel. Ask for another attempt too.
error-ndr-no-sign = Nothing we know speaks against { $courier }: it tried parcel { $awb } { $at }{ $minutes ->
    [none] .
   *[other] , { $minutes } minutes after it went out for delivery.
} Call the customer; if they would have taken it, log the call as “will take it”, and it can be reported then.
error-ndr-disputed-already = Attempt { $attempt } for parcel { $awb } was disputed { $at } already. Wait for { $courier }, or ask for another attempt.
error-ndr-door-lacks-report_fake_attempt = The connection to { $courier } takes no reports of fake attempts. Report it on the courier's own site.

message-channel-whatsapp = WhatsApp
message-channel-sms = SMS
message-channel-email = e-mail
ndr-message-title = Write to the customer of parcel { $awb } by { $channel }
ndr-message-waits = To be sent to { $to } by { $channel }, { $at }: “{ $text }”
ndr-difference-to = To
ndr-difference-text = Text
ndr-difference-send = Sent
ndr-warning-sent-by-day = It is late; the message is sent { $at }.
ndr-warning-nothing-to-ask = The courier itself says that nobody went to the door, so there is little to ask the customer. Take it up with the courier.
error-ndr-written-lately = The customer of parcel { $awb } was written to by { $channel ->
    [whatsapp] WhatsApp
    [sms] SMS
   *[email] e-mail
} { $at } already. Give them until { $again }, call them, or write another way.
error-ndr-no-phone = There is no phone number of { $name } that works. Write an e-mail, or look at order { $order }.
error-ndr-no-email = There is no e-mail address of { $name }. Write by WhatsApp or SMS, or call.
error-ndr-already-sent = The message about parcel { $awb } is on its way already and cannot be taken back.

ndr-letter-our-shop = our shop
ndr-letter-away = Hello { $name }, this is { $shop }. { $courier } could not deliver your order { $order } ({ $what }): nobody could be met. On which day, and in the morning, afternoon or evening, shall it come again? Just answer here.
ndr-letter-refused = Hello { $name }, this is { $shop }. { $courier } says that you did not take your order { $order } ({ $what }). If that is not so, or you still want it, answer YES and a day. If you do not want it, answer NO.
ndr-letter-address = Hello { $name }, this is { $shop }. { $courier } could not find the address of your order { $order } ({ $what }). Please answer with house number, street, a landmark and the pincode.
ndr-letter-later = Hello { $name }, this is { $shop }. Your order { $order } ({ $what }) waits for the day that suits you. On which day shall { $courier } bring it? Just answer here.
ndr-letter-cash = Hello { $name }, this is { $shop }. { $courier } could not deliver your order { $order } ({ $what }): { $cod ->
    [yes] please keep { $amount } ready, or pay online before.
   *[no] the payment was not clear. It is paid; nothing is due at the door.
} On which day shall it come again? Just answer here.
ndr-letter-damaged = Hello { $name }, this is { $shop }. { $courier } says that your order { $order } ({ $what }) is damaged. We are sorry. Do you want a new piece? Answer YES or NO.
ndr-letter-open = Hello { $name }, this is { $shop }. { $courier } does not let parcels be opened before they are taken, so your order { $order } ({ $what }) was not delivered. If anything is wrong with it, tell us and we will help. On which day shall it come again?
ndr-letter-entry = Hello { $name }, this is { $shop }. { $courier } was not let in with your order { $order } ({ $what }). Who at the gate may take it, or where else shall it come? Just answer here.
ndr-letter-delayed = Hello { $name }, this is { $shop }. Your order { $order } ({ $what }) could not be delivered by { $courier } yet. We are sorry; it is to be tried again. If a day suits you best, just answer here.

ndr-button-report = Report fake attempt
ndr-button-report-says = Report a fake attempt for parcel { $awb }
ndr-button-message = Write to the customer
ndr-button-message-says = Write to the customer of parcel { $awb }

ndr-many-assign-title = Give { $parcels }, worth { $worth }, to { $name }
ndr-many-assigned = { $parcels } given to { $name }.
ndr-many-reattempt-title = Try { $parcels }, worth { $worth }, again on { $when }
ndr-many-reattempted = Couriers will be asked to try { $parcels } again on { $when }.
error-ndr-none-fit = No undelivered parcel fits, so nothing was changed. List the NDR to see which there are.
why-ndr-theirs-already = theirs already
why-ndr-no-attempt-left = without an attempt left
why-ndr-refusal-verified = refused with an OTP
why-ndr-courier-will-not = that the courier does not try again
why-ndr-under-way = out for another attempt now
why-ndr-day-too-soon = for which the day is too soon
why-ndr-day-too-late = for which the day is too late
why-ndr-already-scheduled = asked for on that day already
why-ndr-returning = being sent back
why-ndr-closed = settled
why-ndr-settled = settled
planner-need-NdrOutcome = What did the customer say?
planner-need-MessageChannel = By WhatsApp, SMS or e-mail?
