courier-says = { $couriers ->
    [0] { $first } से { $last } तक{ $place ->
        [none] { "" }
       *[other] { " " }{ $place } के लिए
    } कोई पार्सल नहीं गया।
   *[other] { $first } से { $last } तक{ $place ->
        [none] { "" }
       *[other] { " " }{ $place } के लिए
    } { $sent } पार्सल गए; सबसे ज़्यादा { $most } ने उठाए ({ $most_sent })।{ $best ->
        [none] { "" }
       *[other] { " " }सबसे कम RTO { $best } का ({ $best_rate }), सबसे ज़्यादा { $worst } का ({ $worst_rate })।
    }{ $few ->
        [0] { "" }
       *[other] { " " }{ $few } कूरियर के { $limit } से कम पार्सल थे: इतने कम पर फ़ैसला न करें।
    }
}
courier-number = { $number }
courier-share = { $of } में { $share }
courier-nothing = –
courier-title = कूरियर{ $place ->
    [none] { "" }
   *[other] , { $place }
}, { $first } से { $last }
courier-column-courier = कूरियर
courier-column-sent = भेजे
courier-column-delivered = डिलीवर
courier-column-first = पहली कोशिश
courier-column-ndr = NDR दर
courier-column-rto = RTO दर
courier-column-days = डिलीवरी के दिन
courier-note = पार्सल जिस दिन भेजा उस हिसाब से; पहली कोशिश और NDR जिस दिन डिलीवरी के लिए निकला। RTO दर = RTO ÷ (डिलीवर + RTO)। दिन: पिकअप से डिलीवरी का मीडियन।{ $few ->
    [none] { "" }
   *[other] { " " }{ $limit } से कम पार्सल, सिर्फ़ संयोग हो सकता है: { $few }।
}
courier-button-late = देर वाले पार्सल
courier-button-late-says = { $courier } के देर वाले पार्सल
