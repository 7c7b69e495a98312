# Orders ka risk.
risk-reason-cod = { $value ->
        [1] cash on delivery
       *[other] advance mein paid
    }
risk-reason-value = order ki keemat { $amount }
risk-reason-new_cod_value = { $value ->
        [0] pehla COD order nahi
       *[other] pehla order, { $amount } ka COD
    }
risk-reason-orders_before = { $value ->
        [0] pehle koi order nahi
       *[other] pehle { $value } order
    }
risk-reason-person_rate = { $n ->
        [0] is customer ke COD parcels ka kuch pata nahi
       *[other] is customer ke { $n } COD parcels mein se { $hits } wapas aaye
    }
risk-reason-person_delivered = { $value ->
        [0] is customer ko ab tak kuch deliver nahi hua
       *[other] is customer ko pehle { $value } parcel deliver hue
    }
risk-reason-linked_rate = { $n ->
        [0] jude hue customers ka kuch pata nahi
       *[other] jude hue customers ke { $n } parcels mein se { $hits } wapas aaye
    }
risk-reason-linked_people = { $value ->
        [0] phone, e-mail, address kisi aur se nahi milta
       *[other] { $value } aur customers se e-mail ya address milta hai
    }
risk-reason-pincode_rate = { $n ->
        [0] is pincode par pehli baar; sheher ka rate { $share }
       *[other] is pincode ke { $n } COD parcels mein se { $hits } wapas aaye
    }
risk-reason-courier_rate = { $n ->
        [0] is pincode mein ye courier naya hai
       *[other] yahan is courier ke { $n } COD parcels mein se { $hits } wapas aaye
    }
risk-reason-lane_days = wahan delivery mein lagbhag { $days } din
risk-reason-discount_share = { $share } ki chhoot
risk-reason-night = { $value ->
        [1] raat mein order kiya
       *[other] raat mein order nahi kiya
    }
risk-reason-day_of_month = mahine ki { $value } tareekh
risk-reason-channel = { $text } par bika
risk-reason-category = category { $text }
risk-reason-pieces = { $value } piece
risk-reason-address_words = { $value } shabdon ka address
risk-reason-address_house = { $value ->
        [1] address mein makaan number hai
       *[other] address mein makaan number nahi
    }
risk-reason-address_gibberish = { $value ->
        [1] address mein ulta-seedha type kiya
       *[other] address sahi shabdon mein
    }
risk-reason-pincode_fits = { $value ->
        [1] pincode aur state mel khaate hain
       *[other] pincode aur state mel nahi khaate
    }
risk-reason-phone_fits = { $value ->
        [1] phone number sahi lagta hai
       *[other] phone number nakli lagta hai
    }
risk-reason-orders_in_hour = ek ghante mein { $value } aur order
risk-reason-orders_in_day = ek din mein { $value } aur order
risk-reason-value_in_day = pichhle ek din mein { $amount } ke order
risk-reason-address_people = is address par { $value } aur customer
risk-reason-address_names = is address par { $value } aur naam
risk-reason-rule_gibberish = Niyam: address ulta-seedha type kiya gaya
risk-reason-rule_phone = Niyam: ye phone number nakli hai
risk-reason-rule_pincode = Niyam: pincode doosre state ka hai
risk-reason-rule_velocity = Niyam: ek ghante mein { $value } aur order
risk-reason-rule_names = Niyam: is address par { $value } aur naam
risk-rest = baaki sab
risk-average = saare orders ka average
risk-level-Low = kam
risk-level-Middle = theek-thaak
risk-level-High = zyada
risk-explained = Order { $number } ({ $total }, { $customer }): wapas aane ka risk 100 mein { $score }, { $level }; shop ka average { $base }. Khaas kar: { $why }.
risk-remedy-Prepaid = Prepaid hota to { $now } ki jagah { $score } hota.
risk-remedy-Address = Poora, check kiya hua address ho to { $now } ki jagah { $score } hoga.
risk-reasons-title = { $number } ka risk 100 mein { $score } kyun
risk-column-reason = Wajah
risk-column-points = Points
risk-column-order = Order
risk-column-score = Risk
risk-column-value = Keemat
risk-column-customer = Customer
risk-column-why = Khaas wajah
risk-note-bounded = Customer se poochhna { $from } ke risk se faydemand hai. Jagah ka asar seemit hai, aur logon ke naam score mein nahi aate.
risk-list = { $count ->
        [0] { $looked } khule orders ({ $first } – { $last }) mein se kisi ka risk { $least } ya zyada nahi.
       *[other] { $looked } khule orders ({ $first } – { $last }) mein se { $count } ka risk { $least } ya zyada hai: kul { $worth }.
    }
risk-list-title = Risky orders, sabse zyada risk pehle
risk-button-why = Kyun?
risk-button-why-says = { $number } risky kyun hai?
risk-button-ask = Prepaid maango
risk-button-ask-says = { $number } se prepaid maango
risk-button-verify = Verify karo
risk-button-verify-says = { $number } verify hone tak roko
risk-button-approve = Approve
risk-button-approve-says = { $number } approve karo
risk-plan-Approve = { $number } ko jaane do
risk-plan-Flag = { $number } par risky ka nishaan
risk-plan-Verify = Address aur phone pakka hone tak { $number } roko
risk-plan-AskPrepaid = { $number } ka payment advance mein maango
risk-plan-Hold = { $number } roko
risk-plan-Cancel = { $number } cancel karo
risk-done-Approve = { $number } aage ja sakta hai.
risk-done-Flag = { $number } ke notes mein risky likh diya.
risk-done-Verify = Address aur phone pakka hone tak { $number } ruka hai.
risk-done-AskPrepaid = { $number }: customer ko advance payment ka link ja raha hai.
risk-done-Hold = { $number } rok diya.
risk-done-Cancel = { $number } cancel ho gaya.
risk-line-status = Status
risk-line-note = Note
risk-line-hold_reason = Rokne ki wajah
risk-line-cancel_reason = Cancel ki wajah
risk-line-link = Payment link
risk-line-payment = Payment
risk-note-flagged = Risky: bhejne se pehle dekhein
risk-note-approved = Risk dekh liya: bhej sakte hain
risk-hold = Risky order, dekhna hai
risk-hold-verify = Customer se address aur phone pakka karna hai
risk-cancelled = Risk bahut zyada
error-risk-not-learnt = Orders ka risk abhi pata nahi: history kam hai, ya score seedhi table se behtar nahi. "superecom scores train" se seekhega, "superecom scores report" batata hai kitna kaam ka hai.
