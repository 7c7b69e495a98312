reports-title = Business ka hisaab
reports-span = { $days ->
    [1] { $first }
   *[other] { $name ->
        [all] Shuru se ab tak
       *[other] { $first } se { $last } tak
    }
}{ $name ->
    [all] { "" }
   *[other] { $days ->
        [1] , { $until } ke mukable
       *[other] , { $before } se { $until } ke mukable
    }
}
reports-summary = { $period ->
    [today] Aaj
    [yesterday] Kal
    [all] Ab tak kul
   *[other] { $days ->
        [1] { $first } ko
       *[other] { $first } se { $last } tak
    }
}: { $orders } order, revenue { $revenue }{ $change ->
    [none] { "" }
   *[other] { " " }({ $change })
}, average order { $aov }. NDR rate { $ndr_rate }, RTO rate { $rto_rate }.{ $open ->
    [none] { "" }
   *[other] { " " }{ $open } parcel abhi raaste mein hain, isliye RTO rate final nahi hai.
}
reports-nothing = –
reports-change = { $direction ->
    [up] { $by } upar
    [down] { $by } neeche
   *[same] utna hi
}
reports-change-points = { $direction ->
    [up] { $points } point upar
    [down] { $points } point neeche
   *[same] utna hi
}
reports-not-final = Inme se { $open } parcel abhi raaste mein hain, isliye ye final nahi hai.
reports-rows-orders = Order dikhao
reports-rows-revenue = Cancel na hue order dikhao
reports-rows-kept_orders = Cancel na hue order dikhao
reports-rows-cod_orders = COD order dikhao
reports-rows-cancelled_orders = Cancel hue dikhao
reports-rows-delivered = Deliver hue parcel dikhao
reports-rows-failed_once = Ek baar fail hue dikhao
reports-rows-delivered_first = Pehli baar mein deliver dikhao
reports-rows-cohort_delivered = Deliver hue dikhao
reports-rows-cohort_rto = RTO hue dikhao
reports-rows-cod_rto = COD ke RTO dikhao
reports-rows-prepaid_rto = Prepaid ke RTO dikhao
reports-rows-says = { $metric } ke peeche kya hai dikhao
reports-trend-title = Revenue, { $by ->
    [month] mahine ke hisaab se
   *[day] din ke hisaab se
}
reports-trend-alt = { $first } se { $last } tak ka revenue: kul { $total }, sabse zyada { $most } ({ $day }).

reports-metric-orders = Orders
reports-metric-revenue = Revenue
reports-metric-aov = Average order value
reports-metric-cod_share = COD ka hissa
reports-metric-cancelled = Cancel hue
reports-metric-delivered = Deliver hue
reports-metric-ndr_rate = NDR rate
reports-metric-first_attempt_rate = Pehle attempt mein deliver
reports-metric-delivery_success = Delivery success
reports-metric-rto_rate = RTO rate
reports-metric-cod_rto_rate = RTO rate, COD
reports-metric-prepaid_rto_rate = RTO rate, prepaid

reports-meaning-orders = Is period mein aaye saare order, baad mein jo bhi hua ho.
reports-meaning-revenue = Is period ke un orders ka total jo cancel nahi hue, GST aur shipping ke saath, refund se pehle.
reports-meaning-aov = Revenue ko cancel na hue orders se divide kiya.
reports-meaning-cod_share = Aaye orders mein cash on delivery ka hissa.
reports-meaning-cancelled = Is period mein aaye aur baad mein cancel hue order.
reports-meaning-delivered = Is period mein deliver hue parcel, bheje kabhi bhi gaye hon.
reports-meaning-ndr_rate = Is period mein pehli baar delivery par nikle parcel mein se kitno ki kam se kam ek koshish fail hui.
reports-meaning-first_attempt_rate = Is period ki pehli koshishon mein se kitni deliver hui.
reports-meaning-delivery_success = Is period mein bheje aur khatam hue parcel mein se kitne deliver hue; baaki wapas aaye ya kho gaye.
reports-meaning-rto_rate = Is period mein bheje aur tay ho chuke parcel mein se kitne RTO hue.
reports-meaning-cod_rto_rate = Sirf COD parcel ka RTO rate.
reports-meaning-prepaid_rto_rate = Sirf prepaid parcel ka RTO rate.

error-report-dimension = { $metric } ko { $dimension } ke hisaab se nahi baant sakte. In se baant sakte hain: { $known }.
error-report-same-dimension = Table ke dono taraf { $dimension } hi hoga. Do alag cheezein batao, ya ek hi.
error-report-retention = Wapas aane wale customer sirf pehle order ke mahine se dikhte hain; baaki bantwara hata do.
error-report-columns = Itne lambe period mein { $dimension } ke column bahut zyada honge. Chhota period lo, ya mahine.
error-report-too-many = { $dimension } ke hisaab se { $count } row ho jayengi. Chhota period lo, ya hafte ya mahine.
error-report-no-change = { $metric } ka koi pichla hisaab nahi hai. Order, revenue, parcel aur unke rate ka badlav samjha sakte hain.
error-report-no-split = { $metric } ke badlav ko { $dimension } mein nahi tod sakte, kyunki hisse judkar poora nahi bante. Channel, payment, courier ya state try karo.
