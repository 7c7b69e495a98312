own-found = { $count ->
    [0] आपका कोई ऑर्डर नहीं है{ $first ->
        [none] { "" }
       *[other] { " " }({ $first } से { $last } तक)
    }।
   *[other] आपके { $count } ऑर्डर हैं{ $first ->
        [none] { "" }
       *[other] { " " }({ $first } से { $last } तक)
    }।
}{ $waiting ->
    [0] { "" }
   *[other] { " " }{ $waiting } पार्सल डिलीवर नहीं हो पाया; उसके लिए दिन चुनें।
}
own-latest = सबसे नया, ऑर्डर { $number }: { $state }।
own-state-parcel = { $status ->
    [Delivered] { $on } को डिलीवर हो गया
    [OutForDelivery] आज डिलीवरी पर निकला है
    [DeliveryFailed] डिलीवर नहीं हो पाया
    [RTOInitiated] दुकान को वापस जा रहा है
    [RTOInTransit] दुकान को वापस जा रहा है
    [RTODelivered] दुकान को वापस चला गया
    [Cancelled] रद्द हो गया
    [Lost] रास्ते में खो गया; दुकान आपकी मदद करेगी
    [Created] पैक हो गया, कूरियर का इंतज़ार
    [Manifested] पैक हो गया, कूरियर का इंतज़ार
   *[other] रास्ते में है{ $on ->
        [none] { "" }
       *[other] , { $on } तक आना चाहिए
    }
}
own-state-again = { $when } को दोबारा आएगा
own-state-order = { $status ->
    [Pending] मिल गया है
    [Confirmed] पक्का है, अभी पैक नहीं हुआ
    [Processing] पैक हो रहा है
    [Shipped] रास्ते में है
    [Delivered] डिलीवर हो गया
    [Cancelled] रद्द हो गया
    [Returned] वापस किया गया
    [RTO] दुकान को वापस चला गया
    [OnHold] रोका गया है; दुकान जाँच कर रही है
   *[Failed] असफल रहा
}
own-total = { $total }
own-line-what = क्या
own-line-parcel = पार्सल
own-line-placed = ऑर्डर कब किया
own-line-payment = भुगतान
own-payment = { $method ->
    [COD] { $total } नक़द, डिलीवरी पर
   *[other] { $status ->
        [Paid] हो गया
        [Refunded] वापस हो गया
        [PartiallyRefunded] कुछ वापस हुआ
       *[other] अभी बाक़ी है
    }
}
own-list-more = { $count } में से { $shown } दिखाए
own-button-track = कहाँ है?
own-button-track-says = मेरा ऑर्डर { $number } कहाँ है?
own-button-choose = { $day } को मँगवाएँ
own-button-choose-says = पार्सल { $awb } { $day } को डिलीवर करो
own-redelivery-title = आपका पार्सल { $awb } दोबारा मँगवाना
own-redelivery-chosen = आपका पार्सल { $awb } { $when } को दोबारा आएगा। हम कूरियर को बता देते हैं।
own-difference-day = डिलीवरी कब
error-own-nothing-waits = आपका कोई पार्सल नए दिन का इंतज़ार नहीं कर रहा। ऑर्डर कहाँ तक पहुँचा यह जानने के लिए पूछें कि ऑर्डर कहाँ है।
error-own-cannot-change = इस पार्सल की डिलीवरी यहाँ से नहीं बदली जा सकती। कहें कि किसी इंसान से बात करनी है, दुकान से कोई मदद करेगा।
