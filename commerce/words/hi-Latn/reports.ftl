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
error-report-filter = { $metric } ko { $dimension } se nahi chhaant sakte. In se chhaant sakte hain: { $known }.
error-report-same-dimension = Table ke dono taraf { $dimension } hi hoga. Do alag cheezein batao, ya ek hi.
error-report-retention = Wapas aane wale customer sirf pehle order ke mahine se dikhte hain; baaki bantwara hata do.
error-report-columns = Itne lambe period mein { $dimension } ke column bahut zyada honge. Chhota period lo, ya mahine.
error-report-too-many = { $dimension } ke hisaab se { $count } row ho jayengi. Chhota period lo, ya hafte ya mahine.
error-report-no-change = { $metric } ka koi pichla hisaab nahi hai. Order, revenue, parcel aur unke rate ka badlav samjha sakte hain.
error-report-no-split = { $metric } ke badlav ko { $dimension } mein nahi tod sakte, kyunki hisse judkar poora nahi bante. Channel, payment, courier ya state try karo.

reports-now = abhi
reports-days = { $name ->
    [all] shuru se ab tak
    [today] aaj
    [yesterday] kal
   *[other] { $days ->
        [1] { $first }
       *[other] { $first } se { $last }
    }
}
reports-report-title = { $metric }, { $dimension }{ $second ->
    [none] { "" }
   *[other] { " " }aur { $second }
} ke hisaab se{ $what ->
    [none] { "" }
   *[other] { " " }({ $what })
}
reports-report = { $title }, { $days }: kul { $total }{ $change ->
    [none] { "" }
   *[other] , { $change }
}. Sabse zyada: { $most }, { $most_value }{ $share ->
    [none] { "" }
   *[other] { " " }({ $share })
}{ $least ->
    [none] .
   *[other] ; sabse kam: { $least }, { $least_value }.
}{ $open ->
    [none] { "" }
   *[other] { " " }{ $open } parcel abhi raaste mein hain, isliye ye final nahi hai.
}
reports-report-empty = { $title }, { $days }: ginne ko kuch nahi hai.
reports-total = Kul
reports-average = Average
reports-others = { $count } aur
reports-column-of = Kitno mein se
reports-column-share = Hissa
reports-column-before = Pehle
reports-column-change = Badlav
reports-note-days = { $days }{ $before ->
    [none] .
   *[other] , { $before } ke mukable.
}
reports-note-overlaps = Jis order mein inme se kai hain wo har ek mein gina gaya, isliye row ka jod total se zyada hai.
reports-note-few = { $count } se kam wale aakhir mein hain: unke hisse zyadatar ittefaq hain.
reports-note-more = { $count } aur hain jo nahi dikhe.
reports-row-says = { $metric }, { $what } ke peeche kya hai dikhao
reports-button-more = Aur row dikhao
reports-button-more-says = { $metric } ki aur row dikhao
reports-button-why = Kyun badla?
reports-button-why-says = { $metric } kyun badla?
reports-button-why-short = Kyun?
reports-key-none = { $dimension ->
    [courier] Abhi bheja nahi
    [warehouse] Koi warehouse nahi
    [product] Anjaan product
    [category] Anjaan category
    [ndr_reason] Koi attempt fail nahi
    [agent] Kisi ka nahi
   *[other] Pata nahi
}
reports-key-whole-orders = Shipping aur poore order ka discount
reports-key-others = Baaki
reports-key-week = { $monday } ka hafta
reports-month-since = Mahina { $months }
reports-unfinished = { $share } …
reports-retention = { $count ->
    [0] { $days }: kisi customer ka pehla order deliver nahi hua.
   *[other] { $days }: { $count } customer ka pehla order deliver hua.{ $first ->
        [none] { "" }
       *[other] { " " }Average { $first } ne agle mahine phir order kiya.
    }
}
reports-why = { $metric }, { $days } banaam { $before_days }: { $before } se { $now }{ $change ->
    [none] .
   *[other] { " " }({ $change }).
}{ $dimension ->
    [none] { "" }
   *[other] { " " }Zyadatar { $dimension } se: { $parts }.
}
reports-why-part = { $what } { $part }
reports-part = { $direction ->
    [up] +
   *[down] −
}{ $amount }
reports-part-points = { $direction ->
    [up] +
   *[down] −
}{ $points } point
reports-why-title = { $metric } kyun badla, { $dimension } ke hisaab se
reports-why-column-before = Pehle
reports-why-column-now = Ab
reports-why-column-part = Badlav mein hissa
reports-why-column-rate = Apne rate se
reports-why-column-mix = Mix se
reports-why-note = { $kind ->
    [sum] Hisse judkar theek poora badlav bante hain.
   *[share] Hisse judkar theek poora badlav bante hain: apne rate se, jahan wo khud behtar ya bura hua; mix se, jahan uska hissa badha ya ghata.
}

reports-by-day = Din
reports-by-week = Hafta
reports-by-month = Mahina
reports-by-hour = Ghanta
reports-by-weekday = Hafte ka din
reports-by-channel = Channel
reports-by-payment = Payment
reports-by-payment_method = Payment ka tareeka
reports-by-status = Status
reports-by-courier = Courier
reports-by-product = Product
reports-by-category = Category
reports-by-city = Sheher
reports-by-state = State
reports-by-pincode = Pincode
reports-by-ndr_reason = NDR ki wajah
reports-by-warehouse = Warehouse
reports-by-cohort = Pehle order ka mahina
reports-by-agent = Agent

reports-metric-quantity = Bike hue piece
reports-metric-customers = Customer
reports-metric-discounts = Discount
reports-metric-refunds = Refund
reports-metric-gross_margin = Gross margin
reports-metric-margin_rate = Margin rate
reports-metric-parcels_sent = Bheje gaye parcel
reports-metric-rto_parcels = RTO hue parcel
reports-metric-lost_parcels = Khoye parcel
reports-metric-ndr_cases = NDR case
reports-metric-ndr_recovered = NDR ke baad deliver
reports-metric-stock_units = Stock mein piece
reports-metric-stock_value = Stock ki keemat
reports-metric-retention = Wapas aane wale customer

reports-meaning-quantity = Is period ke cancel na hue order ke piece.
reports-meaning-customers = Cancel na hue order ke alag-alag customer.
reports-meaning-discounts = Cancel na hue order par diya discount.
reports-meaning-refunds = Is period ke order mein se ab tak lautaya paisa.
reports-meaning-gross_margin = Jin line ki laagat pata hai: GST ke bina bikri mein se aaj ki laagat ghata kar.
reports-meaning-margin_rate = Gross margin ko un line ki GST ke bina bikri se divide kiya.
reports-meaning-parcels_sent = Is period mein bane aur cancel na hue parcel.
reports-meaning-rto_parcels = Is period mein bheje parcel mein se RTO hue.
reports-meaning-lost_parcels = Is period mein bheje parcel mein se courier se kho gaye.
reports-meaning-ndr_cases = Is period mein khule NDR case.
reports-meaning-ndr_recovered = Is period mein khule aur tay ho chuke case mein se kitne aakhir deliver hue.
reports-meaning-stock_units = Abhi warehouse mein pade piece.
reports-meaning-stock_value = Warehouse mein pade piece ki laagat.
reports-meaning-retention = Jin customer ka pehla deliver hua order us mahine mein tha, unme se kitno ne itne mahine baad phir order kiya jo deliver hua. … wala mahina abhi poora nahi hua; average mein nahi hai.
reports-counted-at = { $at } par gina gaya.
