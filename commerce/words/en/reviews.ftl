error-score-too-few-reviews = There are { $count } reviews with words in them; { $needed } are needed, with good and bad ones early and late, to learn how your customers write. Until then reviews are read with the built-in word list.
error-backtest-sentiment-too-few = { $count } reviews with a text and a label could be used (kinds: { $kinds }). At least { $needed } of two kinds are needed, five of each.
error-backtest-sentiment-labels = The label column holds { $count } different values, such as { $sample }. It should hold stars, words such as positive and negative, or numbers such as 0 and 1.
error-score-too-few-customers = There are too few customers who bought more than once over a long enough time to learn from ({ $needed } are needed). Until then nothing is foretold of single customers.
error-backtest-customers-none = No row has a customer, a date and an amount above zero. Check which columns hold them.
error-backtest-customers-cut = The purchases lie between { $first } and { $last }; the cut { $cut } must lie between them.
error-backtest-customers-too-few = Before the cut { $customers } customers bought, { $again } of them more than once. At least { $needed } are needed, { $needed_again } of them more than once; choose a later cut or a longer file.

review-says = { $count ->
    [0] No reviews { $product ->
        [none] { "" }
       *[other] of { $product } { "" }
    }from { $first } to { $last }.
   *[other] { $product ->
        [none] { $count } reviews
       *[other] { $product }: { $count } reviews
    } from { $first } to { $last }: { $negative } negative, { $positive } positive{ $share ->
        [none] . Too few to say a share.
       *[other] { " " }({ $share } negative), { $stars } on average.
    }{ $aspect ->
        [none] { "" }
       *[other] { " " }Most complained of: { $aspect } ({ $complaints }).
    }{ $worst ->
        [none] { "" }
       *[other] { " " }Liked least: { $worst }.
    }
}
review-all = Reviews of all products
review-span = { $first } to { $last }
review-number = { $number }
review-of = { $count } of { $of }
review-stars = { $stars } ★
review-before = before: { $value }
review-metric-count = Reviews
review-metric-negative = Negative
review-metric-positive = Positive
review-metric-stars = Stars
review-meaning-negative = Reviews whose words are against the product, of all of the period.
review-meaning-positive = Reviews whose words are for the product, of all of the period.
review-meaning-stars = Mean of the stars given; words and stars do not always say the same.
review-read-by = { $by ->
    [shop] Read by what this shop's own reviews have taught.
   *[list] Read by the built-in list of words in English, Hindi and Hinglish; irony is missed.
}{ $left ->
    [0] { "" }
   *[other] { " " }{ $left } earlier ones were not read.
}
review-complaints = What people complain of
review-complaints-note = Of { $count } reviews; one may complain of several things.
review-column-aspect = About
review-column-reviews = Reviews
review-column-share = Share
review-column-before = Before
review-column-product = Product
review-column-negative = Negative
review-column-between = Likely between
review-column-stars = Stars
review-chart = Negative reviews by month
review-chart-alt = Share of negative reviews over { $months } months, from { $first } to { $last }.
review-worst = Liked least
review-worst-note = At least { $fewest } reviews; shares of few reviews are pulled towards that of all products.
review-button = Show
review-button-says = What do reviews say of { $product }?
review-quotes = In their words
review-quote = { $aspect }: “{ $text }”
review-aspect-size = size and fit
review-aspect-quality = quality
review-aspect-delivery = delivery
review-aspect-damaged = damage
review-aspect-wrong_item = wrong item
review-aspect-colour = colour
review-aspect-packaging = packaging
review-aspect-price = price
review-aspect-fake = not genuine
review-aspect-service = service
