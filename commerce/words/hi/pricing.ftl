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
