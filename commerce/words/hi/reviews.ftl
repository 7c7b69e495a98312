error-score-too-few-reviews = शब्दों वाले { $count } रिव्यू हैं; आपके ग्राहक कैसे लिखते हैं यह सीखने के लिए { $needed } चाहिए, शुरू और आख़िर दोनों में अच्छे और बुरे। तब तक रिव्यू हमारी शब्द-सूची से पढ़े जाते हैं।
error-backtest-sentiment-too-few = लेख और लेबल वाले { $count } रिव्यू काम के हैं (क़िस्में: { $kinds })। कम से कम { $needed } चाहिए, दो क़िस्मों के, हर एक के पाँच।
error-backtest-sentiment-labels = लेबल के कॉलम में { $count } अलग-अलग मान हैं, जैसे { $sample }। उसमें सितारे, positive और negative जैसे शब्द, या 0 और 1 जैसे अंक होने चाहिए।
error-score-too-few-customers = सीखने के लिए एक से ज़्यादा बार ख़रीदने वाले ग्राहक बहुत कम हैं ({ $needed } चाहिए)। तब तक किसी एक ग्राहक के बारे में कुछ अनुमान नहीं लगाया जाता।
error-backtest-customers-none = किसी पंक्ति में ग्राहक, तारीख़ और शून्य से ऊपर रक़म एक साथ नहीं है। देखें कि ये किन कॉलम में हैं।
error-backtest-customers-cut = ख़रीदारी { $first } और { $last } के बीच की है; कटौती की तारीख़ { $cut } इन्हीं के बीच होनी चाहिए।
error-backtest-customers-too-few = उस तारीख़ से पहले { $customers } ग्राहकों ने ख़रीदा, { $again } ने एक से ज़्यादा बार। कम से कम { $needed } चाहिए, जिनमें { $needed_again } ने एक से ज़्यादा बार ख़रीदा हो; बाद की तारीख़ या लंबी फ़ाइल चुनें।

review-says = { $count ->
    [0] { $first } से { $last } तक { $product ->
        [none] { "" }
       *[other] { $product } का { "" }
    }कोई रिव्यू नहीं।
   *[other] { $product ->
        [none] { $count } रिव्यू
       *[other] { $product }: { $count } रिव्यू
    } { $first } से { $last } तक: { $negative } बुरे, { $positive } अच्छे{ $share ->
        [none] । इतने कम में हिस्सा बताना ठीक नहीं।
       *[other] { " " }({ $share } बुरे), औसत { $stars }।
    }{ $aspect ->
        [none] { "" }
       *[other] { " " }सबसे ज़्यादा शिकायत: { $aspect } ({ $complaints })।
    }{ $worst ->
        [none] { "" }
       *[other] { " " }सबसे कम पसंद: { $worst }।
    }
}
review-all = सब प्रोडक्ट के रिव्यू
review-span = { $first } से { $last }
review-number = { $number }
review-of = { $of } में से { $count }
review-stars = { $stars } ★
review-before = पहले: { $value }
review-metric-count = रिव्यू
review-metric-negative = बुरे
review-metric-positive = अच्छे
review-metric-stars = सितारे
review-meaning-negative = जिन रिव्यू के शब्द प्रोडक्ट के ख़िलाफ़ हैं, अवधि के सब रिव्यू में से।
review-meaning-positive = जिन रिव्यू के शब्द प्रोडक्ट के हक़ में हैं, अवधि के सब रिव्यू में से।
review-meaning-stars = दिए गए सितारों का औसत; शब्द और सितारे हमेशा एक बात नहीं कहते।
review-read-by = { $by ->
    [shop] इस दुकान के अपने रिव्यू से सीख कर पढ़ा गया।
   *[list] अंग्रेज़ी, हिंदी और हिंग्लिश की बनी हुई शब्द-सूची से पढ़ा गया; ताने समझ नहीं आते।
}{ $left ->
    [0] { "" }
   *[other] { " " }{ $left } पुराने रिव्यू नहीं पढ़े गए।
}
review-complaints = लोग किस बात की शिकायत करते हैं
review-complaints-note = { $count } रिव्यू में से; एक में कई शिकायतें हो सकती हैं।
review-column-aspect = किस बारे में
review-column-reviews = रिव्यू
review-column-share = हिस्सा
review-column-before = पहले
review-column-product = प्रोडक्ट
review-column-negative = बुरे
review-column-between = शायद इतने
review-column-stars = सितारे
review-chart = महीने के हिसाब से बुरे रिव्यू
review-chart-alt = { $months } महीनों में बुरे रिव्यू का हिस्सा, { $first } से { $last }।
review-worst = सबसे कम पसंद
review-worst-note = कम से कम { $fewest } रिव्यू; कम रिव्यू वाले हिस्से सब प्रोडक्ट के हिस्से की ओर खींचे गए हैं।
review-button = दिखाओ
review-button-says = { $product } के रिव्यू क्या कहते हैं?
review-quotes = उनके शब्दों में
review-quote = { $aspect }: “{ $text }”
review-aspect-size = साइज़ और फ़िटिंग
review-aspect-quality = क्वालिटी
review-aspect-delivery = डिलीवरी
review-aspect-damaged = टूट-फूट
review-aspect-wrong_item = ग़लत सामान
review-aspect-colour = रंग
review-aspect-packaging = पैकिंग
review-aspect-price = दाम
review-aspect-fake = नक़ली माल
review-aspect-service = सेवा
