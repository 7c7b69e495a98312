error-score-too-few-reviews = Shabdon wale { $count } review hain; aapke customer kaise likhte hain ye seekhne ke liye { $needed } chahiye, shuru aur aakhir dono mein acche aur bure. Tab tak review hamari word list se padhe jaate hain.
error-backtest-sentiment-too-few = Text aur label wale { $count } review kaam ke hain (kism: { $kinds }). Kam se kam { $needed } chahiye, do kism ke, har ek ke paanch.
error-backtest-sentiment-labels = Label ke column mein { $count } alag values hain, jaise { $sample }. Usme stars, positive aur negative jaise shabd, ya 0 aur 1 jaise number hone chahiye.
error-score-too-few-customers = Seekhne ke liye ek se zyada baar kharidne wale customer bahut kam hain ({ $needed } chahiye). Tab tak kisi ek customer ke baare mein andaza nahi lagaya jaata.
error-backtest-customers-none = Kisi row mein customer, date aur zero se upar amount ek saath nahi hai. Dekhein ki ye kin columns mein hain.
error-backtest-customers-cut = Kharidari { $first } aur { $last } ke beech ki hai; cut { $cut } inhi ke beech hona chahiye.
error-backtest-customers-too-few = Cut se pehle { $customers } customers ne kharida, { $again } ne ek se zyada baar. Kam se kam { $needed } chahiye, jinme { $needed_again } ne ek se zyada baar kharida ho; baad ki date ya lambi file chunein.

review-says = { $count ->
    [0] { $first } se { $last } tak { $product ->
        [none] { "" }
       *[other] { $product } ka { "" }
    }koi review nahi.
   *[other] { $product ->
        [none] { $count } review
       *[other] { $product }: { $count } review
    } { $first } se { $last } tak: { $negative } bure, { $positive } acche{ $share ->
        [none] . Itne kam mein hissa batana theek nahi.
       *[other] { " " }({ $share } bure), average { $stars }.
    }{ $aspect ->
        [none] { "" }
       *[other] { " " }Sabse zyada shikayat: { $aspect } ({ $complaints }).
    }{ $worst ->
        [none] { "" }
       *[other] { " " }Sabse kam pasand: { $worst }.
    }
}
review-all = Sab products ke review
review-span = { $first } se { $last }
review-number = { $number }
review-of = { $of } mein se { $count }
review-stars = { $stars } ★
review-before = pehle: { $value }
review-metric-count = Review
review-metric-negative = Bure
review-metric-positive = Acche
review-metric-stars = Stars
review-meaning-negative = Jin review ke shabd product ke khilaf hain, period ke sab review mein se.
review-meaning-positive = Jin review ke shabd product ke haq mein hain, period ke sab review mein se.
review-meaning-stars = Diye gaye stars ka average; shabd aur stars hamesha ek baat nahi kehte.
review-read-by = { $by ->
    [shop] Is shop ke apne review se seekh kar padha gaya.
   *[list] English, Hindi aur Hinglish ki bani hui word list se padha gaya; taane samajh nahi aate.
}{ $left ->
    [0] { "" }
   *[other] { " " }{ $left } purane review nahi padhe gaye.
}
review-complaints = Log kis baat ki shikayat karte hain
review-complaints-note = { $count } review mein se; ek mein kai shikayat ho sakti hain.
review-column-aspect = Kis baare mein
review-column-reviews = Review
review-column-share = Hissa
review-column-before = Pehle
review-column-product = Product
review-column-negative = Bure
review-column-between = Shayad itne
review-column-stars = Stars
review-chart = Mahine ke hisaab se bure review
review-chart-alt = { $months } mahine mein bure review ka hissa, { $first } se { $last }.
review-worst = Sabse kam pasand
review-worst-note = Kam se kam { $fewest } review; kam review wale hisse sab products ke hisse ki taraf khinche gaye hain.
review-button = Dikhao
review-button-says = { $product } ke review kya kehte hain?
review-quotes = Unke shabdon mein
review-quote = { $aspect }: “{ $text }”
review-aspect-size = size aur fitting
review-aspect-quality = quality
review-aspect-delivery = delivery
review-aspect-damaged = toot-phoot
review-aspect-wrong_item = galat saman
review-aspect-colour = rang
review-aspect-packaging = packing
review-aspect-price = daam
review-aspect-fake = nakli maal
review-aspect-service = service
