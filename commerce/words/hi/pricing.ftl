price-says = { $title }: हमारा दाम { $price }, MRP { $mrp }। { $rivals ->
    [0] किसी प्रतिस्पर्धी का दाम पता नहीं।
   *[other] बाहर सबसे सस्ता: { $rival }, { $theirs } ({ $side ->
        [below] हमसे कम
        [above] हमसे ज़्यादा
       *[same] बराबर
    }; { $days ->
        [0] आज देखा
       *[other] { $days } दिन पहले देखा
    })।{ $stale ->
        [0] { "" }
       *[other] { " " }{ $rivals } में से { $stale } दाम पुराने हैं, बदल गए हो सकते हैं।
    }
}
price-several = { $title } ({ $variants } वैरिएंट): { $compared } के प्रतिस्पर्धी दाम पता हैं; उनमें से { $dearer } में कोई हमसे सस्ता है।
price-amount = { $amount }
price-ours = हमारा दाम
price-mrp = MRP
price-title = { $title } ({ $sku })
price-column-who = कौन
price-column-price = दाम
price-column-apart = हमारे मुक़ाबले
price-column-seen = कब देखा
price-apart = { $side ->
    [below] { $percent }% कम
    [above] { $percent }% ज़्यादा
   *[same] बराबर
}
price-age = { $days ->
    [0] आज
   *[other] { $days } दिन पहले
}
price-note = { $rivals ->
    [0] इसका किसी प्रतिस्पर्धी का दाम पता नहीं।
   *[other] हर प्रतिस्पर्धी का सबसे नया देखा दाम। { $stale_days } दिन से पुराना बदल गया हो सकता है।
}

# दाम क्या होना चाहिए, और दूसरा दाम क्या लाएगा।
price-why-not = { $why ->
    [untrained] दूसरे दाम पर यह कैसे बिकता है, अभी सीखा नहीं गया
    [flat-price] इसका दाम कभी बदला ही नहीं
    [few-prices] यह बहुत कम अलग दामों पर बिका है
    [few-sales] बहुत कम पीस बिके हैं
    [short-history] यह अभी थोड़े दिन से ही बिक रहा है
    [unsold] पिछले 30 दिन में इसका कुछ नहीं बिका
   *[unsure] दाम के साथ इसकी बिक्री का रिश्ता साफ़ नहीं है
}
price-advice-says = { $verdict ->
    [raise] { $title }: दाम { $price } से बढ़ाकर { $best } करें। 30 दिन में लगभग { $gain } ज़्यादा मुनाफ़ा होना चाहिए (80% यक़ीन { $low } से { $high } के बीच), { $sold } की जगह लगभग { $pieces } पीस के साथ।
    [lower] { $title }: दाम { $price } से घटाकर { $best } करें। 30 दिन में लगभग { $gain } ज़्यादा मुनाफ़ा होना चाहिए (80% यक़ीन { $low } से { $high } के बीच), { $sold } की जगह लगभग { $pieces } पीस के साथ।
    [keep] { $title }: { $price } ही रखें। आपकी सीमा के अंदर कोई और दाम पक्का ज़्यादा मुनाफ़ा नहीं देता।
   *[unknown] { $title }: { $price } के अलावा दूसरा दाम क्या लाएगा, नहीं कह सकता: { price-why-not }।
}
price-advice-step = धीरे-धीरे जाएँ: पहले { $step }, फिर एक हफ़्ते बाद देखें।
price-advice-markdown = यह स्टॉक में पड़ा है और 90 दिन से नहीं बिका: { $steps ->
    [one] एक बार { $first } तक
   *[other] { $steps } क़दम में, दो-दो हफ़्ते पर, { $first } से { $last } तक
} दाम घटाकर निकल सकता है।
price-simulated-says = { $known ->
    [1] { $title } { $today } की जगह { $price } पर: 30 दिन में { $sold } की जगह लगभग { $pieces } पीस, और { $gain } { $side ->
        [less] कम
       *[more] ज़्यादा
    } मुनाफ़ा (80% यक़ीन { $low } से { $high } के बीच)। { $gst }% GST के बाद एक पीस पर { $unit } बचता है।
   *[other] { $title } { $today } की जगह { $price } पर: { $gst }% GST के बाद एक पीस पर { $unit } बचता है, मार्जिन { $margin }%। कितना बिकेगा नहीं कह सकता: { price-why-not }।
}
price-warning-far = इससे दाम एक बार में { $percent }% बदलेगा; एक दिन में 20% से ज़्यादा हो तो दो बार देख लें।
price-warning-step = इससे दाम { $percent }% बदलेगा; आपकी एक दिन की सीमा { $most }% है।
price-warning-tax = { $step } से ऊपर GST 5% की जगह 18% है।{ $worse ->
    [1] { " " }तब एक पीस पर { $step } के मुक़ाबले { $less } कम बचता है।
   *[other] { "" }
}
price-warning-band = यह प्रतिस्पर्धियों के औसत दाम ({ $usual }) से { $percent }% { $side ->
    [below] कम
   *[above] ज़्यादा
} है।
price-warning-rest = दाम { $days ->
    [0] आज ही
    [one] कल ही
   *[other] { $days } दिन पहले ही
} बदला था; आप दो बदलाव के बीच { $rest } दिन रखते हैं।
price-row-now = अभी
price-row-then = तब
price-row-step = पहला क़दम
price-row-best = सबसे अच्छा
price-column-choice = विकल्प
price-column-pieces = 30 दिन के पीस
price-column-margin = मार्जिन
price-column-profit = 30 दिन का मुनाफ़ा
price-column-gain = फ़ायदा
price-range = { $value } ({ $low } से { $high })
price-percent = { $percent }%
price-effects-note = कोष्ठक में वह दायरा है जो 10 में से 8 बार सही होता है। मुनाफ़ा GST, लागत, कमीशन, शिपिंग और वापस आए माल के बाद का है।
price-button-set = { $price } करें
price-parts-title = फ़ायदा किससे बनता है
price-part-price = पीस का दाम
price-part-gst = GST
price-part-commission = कमीशन
price-part-returns = वापस आया माल
price-part-costs = लागत और शिपिंग
price-part-pieces = कम या ज़्यादा पीस
price-curve-title = दाम के हिसाब से 30 दिन का मुनाफ़ा
price-curve-alt = { $title }: { $low } से { $high } तक के दाम पर 30 दिन का मुनाफ़ा, 80% दायरे के साथ।
price-curve-profit = मुनाफ़ा
price-curve-low = निचला सिरा
price-curve-high = ऊपर का सिरा
price-mark-now = आज
price-mark-best = सबसे अच्छा
price-mark-mrp = MRP
price-mark-rival = सबसे सस्ता प्रतिस्पर्धी
price-why-title = यह किस पर टिका है
price-why-elasticity = दाम 1% बढ़े तो लगभग { $value }% कम पीस बिकते हैं (80% यक़ीन { $low } से { $high } के बीच), { $prices } दामों पर बिके { $sold } पीस से; { $category } में { $usual }% है।{ $strong ->
    [1] { " " }यह शक वाला तेज़ असर है: लंबे बदलाव से इतनी उम्मीद न रखें।
   *[other] { "" }
}
price-why-costs = लागत { $cost }, कमीशन { $commission }%, शिपिंग जाने का { $shipping } और वापसी का { $back }, { $returns }% वापस आता है। कमीशन और शिपिंग आपके दाम के नियम से हैं।
price-guard = { $guard ->
    [mrp] MRP ने रोका।
    [margin_floor] आपके कम से कम मार्जिन ने रोका।
    [competitors] प्रतिस्पर्धियों के दाम ने रोका।
    [tax_cliff] ₹2,500 तक रखा: उसके ऊपर GST 5% की जगह 18% है।
    [daily_step] एक दिन की सीमा से ज़्यादा है: इसलिए क़दम-क़दम।
   *[far] आज के दाम से 20% पर रोका: उसके आगे ख़रीदार क्या करते हैं किसी ने नहीं देखा।
}

# दाम बदलना।
price-set-title = { $sku } का दाम
price-set-says = { $later ->
    [1] { $sku } का दाम { $day } से { $price } होगा।
   *[other] { $sku } का दाम अब { $price } है, पहले { $before } था।
}
price-cancel-title = { $sku } का तय दाम हटाना
price-cancelled-says = { $sku } का दाम { $day } को { $price } नहीं होगा।
price-difference-day = कब से
price-day = { $day }
price-changes-says = { $count ->
    [0] पिछले { $days } दिन में कोई दाम नहीं बदला
   *[other] पिछले { $days } दिन में { $count } दाम बदले
}; { $planned ->
    [0] आगे कोई तय नहीं।
   *[other] { $planned } आगे तय हैं।
}{ $measured ->
    [0] { "" }
   *[other] { " " }{ $measured } का असर बताया जा सकता है।
}
price-changes-title = दाम के बदलाव
price-changes-note = असर कैटेगरी के बाक़ी माल से अलग पीस का बदलाव है, उस दायरे के साथ जो 10 में से 8 बार सही होता है; बदलाव के दो हफ़्ते बाद से नापा जाता है।
price-column-product = प्रोडक्ट
price-column-when = कब
price-column-before = पहले
price-column-status = हाल
price-column-effect = पीस पर असर
price-measured = { $value }% ({ $low } से { $high }%)
price-status-Scheduled = तय है
price-status-Applied = हो गया
price-status-Cancelled = हटा दिया
price-status-Refused = मंज़ूर नहीं
error-price-nothing = दाम शून्य से ज़्यादा होना चाहिए। जैसे 749 बोलें।
error-price-above-mrp = { $price } MRP { $mrp } से ऊपर है, क़ानून मना करता है। { $mrp } या कम रखें।
error-price-below-floor = { $price } पर आपका कम से कम मार्जिन { $percent }% नहीं बचता। सबसे कम दाम जो उसे बचाता है { $floor } है।
error-price-same = { $title } का दाम पहले से { $price } है।
error-price-day = दाम कल से लेकर एक साल आगे तक तय हो सकता है; { $day } नहीं।
error-price-moved-on = दाम उसके बाद फिर बदला: अब { $price } है, इसलिए वैसे ही छोड़ा।
error-price-plan-moved-on = जो तय था वह बदल गया या उसका दिन आ गया, इसलिए वैसे ही छोड़ा।
error-price-nothing-planned = { $title } के लिए कोई और दाम तय नहीं है। दाम के बदलाव पूछकर देखें।
