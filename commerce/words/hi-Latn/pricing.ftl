price-says = { $title }: hamara daam { $price }, MRP { $mrp }. { $rivals ->
    [0] Kisi competitor ka daam pata nahi.
   *[other] Bahar sabse sasta: { $rival }, { $theirs } ({ $side ->
        [below] humse kam
        [above] humse zyada
       *[same] barabar
    }; { $days ->
        [0] aaj dekha
       *[other] { $days } din pehle dekha
    }).{ $stale ->
        [0] { "" }
       *[other] { " " }{ $rivals } mein se { $stale } daam purane hain, badal gaye ho sakte hain.
    }
}
price-several = { $title } ({ $variants } variant): { $compared } ke competitor daam pata hain; unmein se { $dearer } mein koi humse sasta hai.
price-amount = { $amount }
price-ours = Hamara daam
price-mrp = MRP
price-title = { $title } ({ $sku })
price-column-who = Kaun
price-column-price = Daam
price-column-apart = Hamare mukable
price-column-seen = Kab dekha
price-apart = { $side ->
    [below] { $percent }% kam
    [above] { $percent }% zyada
   *[same] barabar
}
price-age = { $days ->
    [0] aaj
   *[other] { $days } din pehle
}
price-note = { $rivals ->
    [0] Iska kisi competitor ka daam pata nahi.
   *[other] Har competitor ka sabse naya dekha daam. { $stale_days } din se purana badal gaya ho sakta hai.
}

# Daam kya hona chahiye, aur doosra daam kya layega.
price-why-not = { $why ->
    [untrained] doosre daam par yeh kaise bikta hai, abhi seekha nahi gaya
    [flat-price] iska daam kabhi badla hi nahi
    [few-prices] yeh bahut kam alag daamon par bika hai
    [few-sales] bahut kam piece bike hain
    [short-history] yeh abhi thode din se hi bik raha hai
    [unsold] pichhle 30 din mein iska kuch nahi bika
   *[unsure] daam ke saath iski bikri ka rishta saaf nahi hai
}
price-advice-says = { $verdict ->
    [raise] { $title }: daam { $price } se badhakar { $best } karein. 30 din mein lagbhag { $gain } zyada munafa hona chahiye (80% yakeen { $low } se { $high } ke beech), { $sold } ki jagah lagbhag { $pieces } piece ke saath.
    [lower] { $title }: daam { $price } se ghatakar { $best } karein. 30 din mein lagbhag { $gain } zyada munafa hona chahiye (80% yakeen { $low } se { $high } ke beech), { $sold } ki jagah lagbhag { $pieces } piece ke saath.
    [keep] { $title }: { $price } hi rakhein. Aapki seema ke andar koi aur daam pakka zyada munafa nahi deta.
   *[unknown] { $title }: { $price } ke alawa doosra daam kya layega, nahi kah sakta: { price-why-not }.
}
price-advice-step = Dheere dheere jaayein: pehle { $step }, phir ek hafte baad dekhein.
price-advice-markdown = Yeh stock mein pada hai aur 90 din se nahi bika: { $steps ->
    [one] ek baar { $first } tak
   *[other] { $steps } kadam mein, do do hafte par, { $first } se { $last } tak
} daam ghatakar nikal sakta hai.
price-simulated-says = { $known ->
    [1] { $title } { $today } ki jagah { $price } par: 30 din mein { $sold } ki jagah lagbhag { $pieces } piece, aur { $gain } { $side ->
        [less] kam
       *[more] zyada
    } munafa (80% yakeen { $low } se { $high } ke beech). { $gst }% GST ke baad ek piece par { $unit } bachta hai.
   *[other] { $title } { $today } ki jagah { $price } par: { $gst }% GST ke baad ek piece par { $unit } bachta hai, margin { $margin }%. Kitna bikega nahi kah sakta: { price-why-not }.
}
price-warning-far = Isse daam ek baar mein { $percent }% badlega; ek din mein 20% se zyada ho to do baar dekh lein.
price-warning-step = Isse daam { $percent }% badlega; aapki ek din ki seema { $most }% hai.
price-warning-tax = { $step } se upar GST 5% ki jagah 18% hai.{ $worse ->
    [1] { " " }Tab ek piece par { $step } ke mukable { $less } kam bachta hai.
   *[other] { "" }
}
price-warning-band = Yeh competitor ke ausat daam ({ $usual }) se { $percent }% { $side ->
    [below] kam
   *[above] zyada
} hai.
price-warning-rest = Daam { $days ->
    [0] aaj hi
    [one] kal hi
   *[other] { $days } din pehle hi
} badla tha; aap do badlav ke beech { $rest } din rakhte hain.
price-row-now = Abhi
price-row-then = Tab
price-row-step = Pehla kadam
price-row-best = Sabse achha
price-column-choice = Vikalp
price-column-pieces = 30 din ke piece
price-column-margin = Margin
price-column-profit = 30 din ka munafa
price-column-gain = Fayda
price-range = { $value } ({ $low } se { $high })
price-percent = { $percent }%
price-effects-note = Bracket mein woh daayra hai jo 10 mein se 8 baar sahi hota hai. Munafa GST, laagat, commission, shipping aur wapas aaye maal ke baad ka hai.
price-button-set = { $price } karein
price-parts-title = Fayda kis se banta hai
price-part-price = Piece ka daam
price-part-gst = GST
price-part-commission = Commission
price-part-returns = Wapas aaya maal
price-part-costs = Laagat aur shipping
price-part-pieces = Kam ya zyada piece
price-curve-title = Daam ke hisaab se 30 din ka munafa
price-curve-alt = { $title }: { $low } se { $high } tak ke daam par 30 din ka munafa, 80% daayre ke saath.
price-curve-profit = Munafa
price-curve-low = Nichla sira
price-curve-high = Upar ka sira
price-mark-now = Aaj
price-mark-best = Sabse achha
price-mark-mrp = MRP
price-mark-rival = Sabse sasta competitor
price-why-title = Yeh kis par tika hai
price-why-elasticity = Daam 1% badhe to lagbhag { $value }% kam piece bikte hain (80% yakeen { $low } se { $high } ke beech), { $prices } daamon par bike { $sold } piece se; { $category } mein { $usual }% hai.{ $strong ->
    [1] { " " }Yeh shak wala tez asar hai: lambe badlav se itni umeed na rakhein.
   *[other] { "" }
}
price-why-costs = Laagat { $cost }, commission { $commission }%, shipping jaane ka { $shipping } aur wapsi ka { $back }, { $returns }% wapas aata hai. Commission aur shipping aapke daam ke niyam se hain.
price-guard = { $guard ->
    [mrp] MRP ne roka.
    [margin_floor] Aapke kam se kam margin ne roka.
    [competitors] Competitor ke daam ne roka.
    [tax_cliff] ₹2,500 tak rakha: uske upar GST 5% ki jagah 18% hai.
    [daily_step] Ek din ki seema se zyada hai: isliye kadam kadam.
   *[far] Aaj ke daam se 20% par roka: uske aage kharidar kya karte hain kisi ne nahi dekha.
}

# Daam badalna.
price-set-title = { $sku } ka daam
price-set-says = { $later ->
    [1] { $sku } ka daam { $day } se { $price } hoga.
   *[other] { $sku } ka daam ab { $price } hai, pehle { $before } tha.
}
price-cancel-title = { $sku } ka tay daam hatana
price-cancelled-says = { $sku } ka daam { $day } ko { $price } nahi hoga.
price-difference-day = Kab se
price-day = { $day }
price-changes-says = { $count ->
    [0] Pichhle { $days } din mein koi daam nahi badla
   *[other] Pichhle { $days } din mein { $count } daam badle
}; { $planned ->
    [0] aage koi tay nahi.
   *[other] { $planned } aage tay hain.
}{ $measured ->
    [0] { "" }
   *[other] { " " }{ $measured } ka asar bataya ja sakta hai.
}
price-changes-title = Daam ke badlav
price-changes-note = Asar category ke baaki maal se alag piece ka badlav hai, us daayre ke saath jo 10 mein se 8 baar sahi hota hai; badlav ke do hafte baad se naapa jata hai.
price-column-product = Product
price-column-when = Kab
price-column-before = Pehle
price-column-status = Haal
price-column-effect = Piece par asar
price-measured = { $value }% ({ $low } se { $high }%)
price-status-Scheduled = Tay hai
price-status-Applied = Ho gaya
price-status-Cancelled = Hata diya
price-status-Refused = Manzoor nahi
error-price-nothing = Daam zero se zyada hona chahiye. Jaise 749 bolein.
error-price-above-mrp = { $price } MRP { $mrp } se upar hai, kanoon mana karta hai. { $mrp } ya kam rakhein.
error-price-below-floor = { $price } par aapka kam se kam margin { $percent }% nahi bachta. Sabse kam daam jo use bachata hai { $floor } hai.
error-price-same = { $title } ka daam pehle se { $price } hai.
error-price-day = Daam kal se lekar ek saal aage tak tay ho sakta hai; { $day } nahi.
error-price-moved-on = Daam uske baad phir badla: ab { $price } hai, isliye waise hi chhoda.
error-price-plan-moved-on = Jo tay tha woh badal gaya ya uska din aa gaya, isliye waise hi chhoda.
error-price-nothing-planned = { $title } ke liye koi aur daam tay nahi hai. Daam ke badlav poochh kar dekhein.
