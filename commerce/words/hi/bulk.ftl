bulk-orders = { $count } ऑर्डर
bulk-parcels = { $count } पार्सल
bulk-more = और
bulk-more-rows = { $count } और
bulk-left-label = जैसे हैं वैसे रहेंगे
bulk-left = { $count } { $why }{ $subjects ->
    [none] { "" }
   *[other] { $more ->
        [0] { " " }({ $subjects })
       *[other] { " " }({ $subjects } और { $more } और)
    }
}
bulk-left-says = जैसे थे वैसे हैं: { $why }।
bulk-warning = { $subject }: { $warning }
bulk-more-warnings = ऐसी { $count } चेतावनी और हैं।
bulk-undone-in-part = { $done } वापस हो गए। { $left } वापस नहीं हो सके: { $why }।
why-other = बदले नहीं जा सकते
why-bulk-moved = बीच में बदल गए
error-bulk-too-many = { $count } मिलते हैं, पर एक बार में ज़्यादा से ज़्यादा { $most } बदल सकते हैं। थोड़ा छोटा करें: कम दिन, एक चैनल, एक जगह, या रकम। कुछ नहीं बदला गया।
error-bulk-none = यहाँ कुछ बदला नहीं जा सकता। { $count } मिलते हैं, पर: { $why }।
error-bulk-undo-none = इनमें से अब कोई वापस नहीं हो सकता: { $why }।
error-bulk-moved = दिखाने के बाद यह बदल गया।
