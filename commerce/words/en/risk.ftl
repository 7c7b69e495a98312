# Risk of orders.
risk-reason-cod = { $value ->
        [1] cash on delivery
       *[other] paid in advance
    }
risk-reason-value = order value { $amount }
risk-reason-new_cod_value = { $value ->
        [0] not a first COD order
       *[other] first order, COD of { $amount }
    }
risk-reason-orders_before = { $value ->
        [0] no earlier order
        [one] 1 earlier order
       *[other] { $value } earlier orders
    }
risk-reason-person_rate = { $n ->
        [0] nothing known of this buyer's COD parcels
       *[other] { $hits } of this buyer's { $n } COD parcels came back
    }
risk-reason-person_delivered = { $value ->
        [0] nothing delivered to this buyer yet
        [one] 1 parcel delivered to this buyer before
       *[other] { $value } parcels delivered to this buyer before
    }
risk-reason-linked_rate = { $n ->
        [0] nothing known of buyers who share phone, e-mail or address
       *[other] { $hits } of { $n } parcels of linked buyers came back
    }
risk-reason-linked_people = { $value ->
        [0] shares phone, e-mail and address with nobody
        [one] shares e-mail or address with 1 other buyer
       *[other] shares e-mail or address with { $value } other buyers
    }
risk-reason-pincode_rate = { $n ->
        [0] a pincode we have not delivered to; its city's rate: { $share }
       *[other] { $hits } of { $n } COD parcels to this pincode came back
    }
risk-reason-courier_rate = { $n ->
        [0] this courier is not known in this pincode
       *[other] { $hits } of { $n } COD parcels with this courier here came back
    }
risk-reason-lane_days = about { $days } days to deliver there
risk-reason-discount_share = discount of { $share }
risk-reason-night = { $value ->
        [1] ordered at night
       *[other] not ordered at night
    }
risk-reason-day_of_month = day { $value } of the month
risk-reason-channel = sold on { $text }
risk-reason-category = category { $text }
risk-reason-pieces = { $value ->
        [one] 1 piece
       *[other] { $value } pieces
    }
risk-reason-address_words = { $value ->
        [one] an address of 1 word
       *[other] an address of { $value } words
    }
risk-reason-address_house = { $value ->
        [1] address with a house number
       *[other] no house number in the address
    }
risk-reason-address_gibberish = { $value ->
        [1] address typed at random
       *[other] address in real words
    }
risk-reason-pincode_fits = { $value ->
        [1] pincode and state fit
       *[other] pincode and state do not fit
    }
risk-reason-phone_fits = { $value ->
        [1] a phone number that can be called
       *[other] a phone number nobody can have
    }
risk-reason-orders_in_hour = { $value } other orders within an hour
risk-reason-orders_in_day = { $value } other orders within a day
risk-reason-value_in_day = { $amount } ordered within a day before
risk-reason-address_people = { $value } other buyers at this address
risk-reason-address_names = { $value } other names at this address
risk-reason-rule_gibberish = Rule: the address was typed at random
risk-reason-rule_phone = Rule: nobody can have this phone number
risk-reason-rule_pincode = Rule: the pincode lies in another state
risk-reason-rule_velocity = Rule: { $value } other orders within an hour
risk-reason-rule_names = Rule: { $value } other names at this address
risk-rest = everything else
risk-average = average of all orders
risk-level-Low = low
risk-level-Middle = middling
risk-level-High = high
risk-explained = Order { $number } ({ $total }, { $customer }): risk { $score } of 100 that it comes back, { $level }; the shop's average is { $base }. Mostly: { $why }.
risk-remedy-Prepaid = Paid in advance, it would be { $score } instead of { $now }.
risk-remedy-Address = With a complete, checked address it would be { $score } instead of { $now }.
risk-reasons-title = Why { $number } has a risk of { $score } of 100
risk-column-reason = Reason
risk-column-points = Points
risk-column-order = Order
risk-column-score = Risk
risk-column-value = Value
risk-column-customer = Customer
risk-column-why = Mostly because
risk-note-bounded = Asking the customer pays from a risk of { $from } on. Where somebody lives may move the score only so far, and names of people do not enter it.
risk-list = { $count ->
        [0] None of { $looked } open orders ({ $first } – { $last }) has a risk of { $least } or more.
        [one] 1 of { $looked } open orders ({ $first } – { $last }) has a risk of { $least } or more: { $worth } in all.
       *[other] { $count } of { $looked } open orders ({ $first } – { $last }) have a risk of { $least } or more: { $worth } in all.
    }
risk-list-title = Risky orders, the riskiest first
risk-button-why = Why?
risk-button-why-says = Why is { $number } risky?
risk-button-ask = Ask prepaid
risk-button-ask-says = Ask { $number } for prepaid
risk-button-verify = Verify
risk-button-verify-says = Hold { $number } until it is verified
risk-button-approve = Approve
risk-button-approve-says = Approve { $number }
risk-plan-Approve = Let { $number } through
risk-plan-Flag = Mark { $number } as risky
risk-plan-Verify = Hold { $number } until address and phone are confirmed
risk-plan-AskPrepaid = Ask for payment of { $number } in advance
risk-plan-Hold = Hold { $number }
risk-plan-Cancel = Cancel { $number }
risk-done-Approve = { $number } may go on.
risk-done-Flag = { $number } is marked as risky in its notes.
risk-done-Verify = { $number } is held until address and phone are confirmed.
risk-done-AskPrepaid = { $number }: the customer gets a link to pay in advance.
risk-done-Hold = { $number } is held.
risk-done-Cancel = { $number } is cancelled.
risk-line-status = Status
risk-line-note = Note
risk-line-hold_reason = Held because
risk-line-cancel_reason = Cancelled because
risk-line-link = Payment link
risk-line-payment = Payment
risk-note-flagged = Risky: look at it before it goes out
risk-note-approved = Risk looked at: may go out
risk-hold = Risky order, to be looked at
risk-hold-verify = Address and phone to be confirmed with the customer
risk-cancelled = Too risky
error-risk-not-learnt = I do not know the risk of orders yet: there is too little history, or the score knows no more than a plain table. "superecom scores train" learns it, "superecom scores report" says what it is worth.
