sla-kind-dispatch = Dispatch
sla-kind-first_response = First response
sla-kind-ndr_action = NDR action
sla-kind-delivery = Delivery
sla-standing-breached = Late
sla-standing-at_risk = At risk
sla-standing-both = Late and at risk
clock-always = All hours
clock-working_days = Working days
clock-open_hours = Open hours
day-kind-Holiday = Holiday
day-kind-WorkingDay = Working day
form-level = Service level
form-within = Within (minutes)
form-clock = What counts
form-penalty = Penalty per breach (₹)
form-penalty-percent = Penalty (% of the order)
form-hours = Open (10:00-19:00)
form-region = Holidays of (IN-MH)
form-becomes = Becomes

sla-says = { $late ->
    [0] Nothing is late by the service levels
    [one] One thing is late by the service levels
   *[other] { $late } things are late by the service levels
}{ $worst ->
    [none] { "" }
   *[other] , worth { $value }; most of them { $worst }: { $worst_count }
}{ $soon ->
    [0] . Nothing else is at risk.
    [one] . One more is at risk.
   *[other] . { $soon } more are at risk.
}
sla-now-title = Service levels now
sla-late-count = { $count } late
sla-soon-count = { $count } at risk
sla-meaning-dispatch = From the order to its pick-up: two working days, one and a half for marketplaces, unless set.
sla-meaning-first_response = From a customer's wish for a person to an answer: 30 open minutes, unless set.
sla-meaning-ndr_action = From a failed delivery to the first action: 24 hours for refusals, 48 where cash was not ready, else 36, unless set.
sla-meaning-delivery = By when the courier promised it, unless set.
sla-button-rows = Show them
sla-button-rows-says = SLA breaches: { $kind }
sla-table-title = Late, and soon to be
sla-table-note = The chance is how often such parcels or orders that had waited as long were late in the end; it is shown where { $few } or more tell.
sla-column-level = Level
sla-column-subject = Which
sla-column-place = Place
sla-column-courier = Courier
sla-column-due = Time
sla-column-value = Value
sla-column-chance = Chance of breach
sla-column-next = Next
sla-column-whose = Whose
sla-column-allowed = Allowed
sla-column-due-count = Due
sla-column-kept = In time
sla-column-median = Usual
sla-column-slow = 9 of 10 within
sla-column-penalty = Penalty
sla-column-sent = Sent
sla-column-on-time = On time
sla-column-first = First attempt
sla-column-ndr = NDR
sla-column-rto = RTO
sla-column-fake = Hasty attempts
sla-column-days = Days (usual, slow)
sla-column-owed = Owes
sla-left = { $unit ->
    [days] { $number ->
        [one] 1 day
       *[other] { $number } days
    }
    [hours] { $number ->
        [one] 1 hour
       *[other] { $number } hours
    }
   *[minutes] { $number } min
}{ $side ->
    [late] { " " }late
   *[left] { " " }left
}
sla-chance = { $share } of { $n }
sla-is-late = late
sla-do-confirm_order = Confirm
sla-do-confirm_order-says = confirm { $subject }
sla-do-show_order = Open
sla-do-show_order-says = show order { $subject }
sla-do-track_parcel = Track
sla-do-track_parcel-says = track { $subject }
sla-do-assign_ndr = Assign
sla-do-assign_ndr-says = who should take { $subject }
sla-do-advise_on_ndr = Advise
sla-do-advise_on_ndr-says = what to do about { $subject }
sla-do-take_over = Take over
sla-do-take_over-says = take over { $subject }
sla-report-says = { $due ->
    [0] Nothing was due from { $first } to { $last }.
   *[other] From { $first } to { $last }, { $share } of { $due } were in time.{ $penalty ->
        [none] { "" }
       *[other] { " " }The breaches come to { $penalty } of penalties.
    }
}
sla-report-title = How service levels were kept
sla-report-note = Of what began in these days and is done or overdue. In brackets the 95% interval. Penalties are by the terms that were set.
sla-as-promised = { $kind ->
    [ndr_action] by reason: 24, 36 or 48 hours
   *[delivery] as promised
}
sla-span = { $unit ->
    [hours] { $number } hours
   *[minutes] { $number } minutes
}{ $clock ->
    [working_days] { " " }of working days
    [open_hours] { " " }of open hours
   *[always] { "" }
}
sla-kept = { $share } ({ $low }–{ $high })
sla-hours = { $hours } h
sla-bar = { $whose ->
    [none] { $kind }
   *[other] { $kind }: { $whose }
}
sla-chart-title = Share in time
sla-scorecard-says = { $count ->
    [0] No courier carried anything from { $first } to { $last }.
   *[other] { $courier ->
        [none] { $best ->
            [none] Too few parcels from { $first } to { $last } to rank couriers.
           *[other] From { $first } to { $last } { $best } was best on time with { $best_share }{ $worst ->
                [none] .
               *[other] , { $worst } last with { $worst_share }.
            }
        }
       *[other] { $courier } from { $first } to { $last }, by state.
    }
}
sla-scorecard-title = Courier scorecards
sla-scorecard-note = Shares with what they are of and their 95% interval. Hasty: the first failed attempt was over within 15 minutes of going out. With fewer than { $few } parcels whose time was up nobody is ranked.
sla-scorecard-chart = On time and at the first attempt
sla-ranked = { $rank ->
    [none] { $name }
   *[other] { $rank }. { $name }
}
sla-share = { $share } of { $n } ({ $low }–{ $high })
sla-days = { $usual }, { $slow }
sla-button-lanes = Lanes
sla-button-lanes-says = scorecard of { $courier }
sla-button-lane = Couriers there
sla-button-lane-says = courier performance in { $place }
sla-set-title = { $kind } within { $span }{ $channel ->
    [none] { "" }
   *[other] , { $channel }
}{ $courier ->
    [none] { "" }
   *[other] , { $courier }
}
sla-field-within = Within
sla-field-penalty = Penalty per breach
sla-field-hours = Open
sla-field-off = Weekly off
sla-field-region = Public holidays of
sla-field-day = The shop
sla-no-penalty = none
sla-penalty = { $amount ->
    [none] { $percent }% of the order
   *[other] { $percent ->
        [none] { $amount }
       *[other] { $amount } and { $percent }% of the order
    }
}
sla-hours-title = Hours of the shop
sla-day = { $works ->
    [yes] works
   *[no] rests
}
sla-day-title = { $day } is a { $works ->
    [yes] working day
   *[no] holiday
}
sla-done = Done: { $title }.
audit-action-set_sla = set a service level
audit-action-set_business_hours = set the shop's hours
audit-action-set_holiday = set a holiday
error-sla-region = No public holidays are known for { $region }. Give a country or state such as IN or IN-MH.
error-sla-no-courier = { $kind ->
    [dispatch] Dispatch is before a courier has the parcel; name a channel instead.
   *[other] A first response has no courier.
}
error-sla-no-channel = A first response is the same for all channels; leave the channel out.
error-sla-too-long = Give a time from 5 minutes to { $days } days.
error-sla-same = It is so already.
error-sla-never-open = At least one day of the week must be a working day.
error-sla-day-past = That day is over. Give one from today on.
error-sla-day-open-already = The shop works on that day anyway.
error-sla-day-closed-already = The shop rests on that day anyway.
