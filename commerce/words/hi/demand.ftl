error-demand-no-rows = किसी भी row में तारीख और quantity दोनों नहीं हैं। देखिए कि वे किन columns में हैं।
error-demand-one-day = सारी rows एक ही दिन की हैं। अंदाज़े के लिए कम से कम कुछ हफ़्तों का history चाहिए।
error-demand-too-far-apart = Rows के बीच एक महीने से ज़्यादा का फ़ासला है। रोज़, हफ़्ते या महीने का data दीजिए।
error-demand-too-few = सिर्फ़ { $count } ({ $spacing }) का history है, अंदाज़े के लिए कम है। कम से कम { $needed } चाहिए।
error-demand-too-few-to-judge = { $count } ({ $spacing }) का history { $horizon } आगे का अंदाज़ा लगाकर जाँचने के लिए कम है। { $needed } या ज़्यादा दीजिए, या horizon छोटा कीजिए।
error-demand-no-country = { $country } का calendar पता नहीं है। IN या AE जैसे दो अक्षर दीजिए।
error-demand-not-learnt = अभी तक कोई forecast नहीं बना है, इसलिए मैं अंदाज़ा नहीं लगाऊँगा। एक बार "superecom scores train" चलाइए; तब तक low_stock पिछले 30 दिन की रफ़्तार से बताता है।
error-demand-not-sold = { $product } इतना कम बिका है कि उसका अंदाज़ा नहीं लग सकता। check_stock बताता है कि कितना पड़ा है।

demand-says = { $product }: अगले { $days } दिन में लगभग { $pieces } पीस बिकेंगे, 10 में से 8 बार { $low } से { $high } के बीच। { $back ->
    [0] { "" }
   *[other] इनमें से क़रीब { $back } वापस आ सकते हैं।{ " " }
}{ $why ->
    [none] यह आम दिनों जैसा ही है।
    [pace-up] ख़ास वजह: अभी साल के हिसाब से तेज़ बिक रहा है।
    [pace-down] ख़ास वजह: अभी साल के हिसाब से धीरे बिक रहा है।
    [weekday-up] ख़ास वजह: इन दिनों के वार।
    [weekday-down] ख़ास वजह: इन दिनों के वार।
    [event-up] ख़ास वजह: बीच में त्योहार और sale हैं।
    [event-down] ख़ास वजह: साल में त्योहार और sale थे, इन दिनों में कम हैं।
    [season-up] ख़ास वजह: सीज़न।
    [season-down] ख़ास वजह: सीज़न निकल गया।
    [price-up] ख़ास वजह: दाम कम है।
    [price-down] ख़ास वजह: दाम ज़्यादा है।
   *[other] कई छोटी वजहें हैं।
}
demand-revenue-says = अगले { $days } दिन में लगभग { $amount } की बिक्री होगी, 10 में से 8 बार { $low } से { $high } के बीच, returns से पहले। { $why ->
    [none] यह आम दिनों जैसा ही है।
    [pace-up] ख़ास वजह: दुकान अभी साल के हिसाब से तेज़ चल रही है।
    [pace-down] ख़ास वजह: दुकान अभी साल के हिसाब से धीमी है।
    [event-up] ख़ास वजह: बीच में त्योहार और sale हैं।
    [event-down] ख़ास वजह: साल में त्योहार और sale थे, इन दिनों में कम हैं।
    [season-up] ख़ास वजह: सीज़न।
    [season-down] ख़ास वजह: सीज़न निकल गया।
   *[other] कई छोटी वजहें हैं।
}
demand-reorder-says = { $count ->
    [0] अभी कुछ मँगवाने की ज़रूरत नहीं है।
    [one] { $first } मँगवाइए: { $cost }।
   *[other] { $count } variants मँगवाइए, कुल { $cost }; सबसे पहले { $first }।
}{ $left ->
    [0] { "" }
   *[other] { " " }{ $left } और budget में नहीं आते।
}{ $orphans ->
    [0] { "" }
   *[other] { " " }{ $orphans } कम हो रहे हैं पर उनका supplier नहीं है।
}
demand-chart-title = { $product }: रोज़ के पीस
demand-revenue-title = रोज़ की बिक्री
demand-chart-alt = { $first } से { $last } तक रोज़ का अंदाज़ा, 80 % की सीमा के साथ।
demand-series-expected = अंदाज़ा
demand-series-low = कम से कम, 80 %
demand-series-high = ज़्यादा से ज़्यादा, 80 %
demand-why-title = क्यों
demand-column-what = क्या
demand-column-adds = जोड़ता है
demand-usual = पिछले साल के { $days } आम दिन
demand-total = अंदाज़ा
demand-note = सब हिस्से जुड़कर अंदाज़ा बनते हैं। { $on } को दुकान की अपनी बिक्री से सीखा गया।
demand-number = { $number }
demand-amount = { $amount }
demand-share = { $percent } %
demand-reorder-title = मँगवाना है
demand-reorder-note = { $count } में से { $shown }। Supplier के lead time के बाद { $days } दिन चलेगा, वापस आने वाला माल घटाकर। Risk = आज का order आने से पहले ख़त्म होने की संभावना; बचत = जो margin वरना चला जाएगा।
demand-column-sku = SKU
demand-column-title = Product
demand-column-supplier = Supplier
demand-column-free = ख़ाली
demand-column-buy = मँगवाइए
demand-column-cost = ख़र्च
demand-column-risk = Risk
demand-column-saved = बचत
demand-button = Forecast
demand-button-says = { $sku } का forecast
reason-demand-pace = अभी साल के मुक़ाबले तेज़ या धीमा बिक रहा है
reason-demand-weekday = हफ़्ते के दिन
reason-demand-payday = Salary के आस-पास के दिन
reason-demand-season = साल का मौसम
reason-demand-event = त्योहार और sale
reason-demand-price = दाम
reason-demand-promo = Offer
reason-demand-pattern = पिछले हफ़्तों का चलन
reason-demand-rest = बाक़ी सब
form-budget = बजट (₹)
