ndr-hour = { $hour ->
    [10] 10 am
    [11] 11 am
    [12] noon
   *[other] { $clock } pm
}
ndr-hours = { $first } to { $end }
ndr-step-call-hours = Call the customer between { $first } and { $end }
ndr-because-call-window = { $of ->
    [customer] This customer answers
    [pincode] Customers in this pincode answer
   *[shop] Customers answer
} { $share }% of calls then, { $usual }% at other hours (n = { $n }, { $low } to { $high }%).
ndr-because-channel-rate = { $of ->
    [customer] This customer answers { $share }% of { $channel ->
        [PhoneCall] calls
        [WhatsAppMessage] WhatsApp messages
        [SMS] SMS
       *[Email] e-mails
    } (n = { $n }, { $low } to { $high }%).
   *[shop] All customers answer { $share }% of { $channel ->
        [PhoneCall] calls
        [WhatsAppMessage] WhatsApp messages
        [SMS] SMS
       *[Email] e-mails
    } (n = { $n }).
}
ndr-because-chance = The next attempt delivers with a chance of { $share }%.
ndr-because-if-prepaid = Paid online it would be { $then }% and not { $now }%.
ndr-because-fake-score = The signs make it { $share }% likely that nobody went to the door.
ndr-because-worth = Worth { $amount } on average.
ndr-line-prediction = Delivery prediction
ndr-line-return-risk = Risk of return
ndr-line-act-by = Tell the courier by
ndr-line-held-out = Hold-out
ndr-prediction = { $percent }% likely to be delivered next (average { $base }%)
ndr-share = { $percent }%
ndr-held-out = Left to the plain rules, to measure what the scores bring
ndr-advised-chance = The next attempt delivers with a chance of { $percent }% ({ $base }% on average), mostly because: { $reasons }.
ndr-column-chance = Chance
ndr-list-note-worth = { $shown } of { $count }, by chance × rupees, the sooner due the more
ndr-why-title = Why { $percent }% and not { $base }%
ndr-why-part = { $label }: { $sign ->
    [minus] −{ $points }
   *[plus] +{ $points }
}
reason-ndr_reason = { $value }
reason-ndr_attempt = Attempt { $value }
reason-ndr_courier = Carried by { $value }
reason-ndr_payment = { $value ->
    [cod] Cash on delivery
   *[prepaid] Paid already
}
reason-ndr_value = Order worth { $value }
reason-ndr_taken = { $value ->
    [0] Took no parcel before
    [one] Took 1 parcel before
   *[other] Took { $value } parcels before
}
reason-ndr_came_back = { $value ->
    [0] Sent no parcel back before
    [one] 1 parcel of theirs came back
   *[other] { $value } parcels of theirs came back
}
reason-ndr_city_returns = { $value }% of COD parcels to this city come back
reason-ndr_pincode_recovery = { $value }% of failed deliveries in this pincode succeed later
reason-ndr_answered = { $value ->
    [answered] The customer was reached
    [no-answer] The customer did not answer
   *[not-tried] Nobody has contacted the customer yet
}
reason-ndr_said = { $value ->
    [WillAccept] They said they will take it
    [Reschedule] They asked for another day
    [WrongAddress] They said the address is wrong
    [Refuse] They said they do not want it
   *[nothing] They have said nothing yet
}
reason-ndr_tries = { $value ->
    [0] No try to reach them yet
    [one] 1 try to reach them
   *[other] { $value } tries to reach them
}
reason-ndr_address_changed = { $value ->
    [yes] The address was corrected
   *[no] The address was not changed
}
reason-ndr_minutes_out = { $value ->
    [none] No scan of going out
   *[other] Failed { $value } min after going out
}
reason-ndr_days_open = { $value ->
    [0] First failed today
    [one] First failed 1 day ago
   *[other] First failed { $value } days ago
}
reason-ndr_hours_since = { $value ->
    [0] Failed just now
    [one] Failed 1 hour ago
   *[other] Failed { $value } hours ago
}
reason-fake_minutes = { $value ->
    [under-10] Failed within 10 minutes of going out
    [number-10-to-30] Failed 10 to 30 minutes after going out
    [number-30-to-90] Failed 30 to 90 minutes after going out
    [over-90] Out for more than 90 minutes before it failed
   *[never-went-out] No scan of going out
}
reason-fake_reason = { $value ->
    [away] The reason is one that is easily made up
    [refused] The reason is a refusal
   *[other] The reason is seldom made up
}
reason-fake_gap = { $value ->
    [more-than-its-peers] This courier says "not available" here 10 points more often than others
   *[like-its-peers] This courier says "not available" here as often as others
}
reason-fake_burst = { $value ->
    [burst] Several parcels failed for the same reason within minutes
   *[alone] No other parcel failed so at that time
}
reason-fake_clean = { $value ->
    [always-took] The customer always took their parcels
   *[mixed-or-new] Earlier orders of the customer tell nothing
}
reason-fake_word = { $value ->
    [wants-it] The customer wants the parcel
    [refuses] The customer does not want it
   *[silent] The customer has said nothing
}
setting-NdrHoldOut = NDR left without scores
setting-percent = { $percent }%
error-setting-percent = Say a share from 0 to { $most } percent.
ndr-step-wait = Leave it: another attempt is asked for already
ndr-hold-out-says = Of undelivered parcels since { $since }, { $scored }% of { $scored_n } were delivered after all with scores, { $held }% of the { $held_n } held out: { $low } to { $high } points more (95%){ $clear ->
    [yes] .
   *[no] , which may be chance yet.
}
