shipment-status-Created = पिकअप बाकी
shipment-status-Manifested = पिकअप का इंतज़ार
shipment-status-PickedUp = पिकअप हो गया
shipment-status-InTransit = रास्ते में
shipment-status-ReachedDestination = डिलीवरी के शहर पहुँचा
shipment-status-OutForDelivery = डिलीवरी के लिए निकला
shipment-status-Delivered = डिलीवर हुआ
shipment-status-DeliveryFailed = डिलीवरी नहीं हुई
shipment-status-RTOInitiated = वापसी शुरू (RTO)
shipment-status-RTOInTransit = वापस आ रहा है (RTO)
shipment-status-RTODelivered = वापस आ गया (RTO)
shipment-status-Cancelled = रद्द
shipment-status-Lost = खो गया

courier-type-Shiprocket = Shiprocket
courier-type-Delhivery = Delhivery
courier-type-BlueDart = Blue Dart
courier-type-DTDC = DTDC
courier-type-EcomExpress = Ecom Express
courier-type-XpressBees = XpressBees
courier-type-Shadowfax = Shadowfax
courier-type-Custom = अन्य कूरियर

parcel-where = ऑर्डर { $number } का पार्सल { $awb } ({ $courier }): { $status }{ $delivered ->
    [none] { $place ->
        [none] { "" }
       *[other] { $seen ->
            [none] , { $place } पर
           *[other] , आख़िरी स्कैन { $place } पर { $seen } को
        }
    }
   *[other] , { $delivered } को
}।{ $promised ->
    [none] { "" }
   *[other] { " " }{ $promised } तक पहुँचना था।
}{ $late ->
    [0] { "" }
   *[other] { $delivered ->
        [none] { " " }{ $late } दिन लेट है।
       *[other] { " " }{ $late } दिन लेट पहुँचा।
    }
}{ $silent ->
    [0] { "" }
   *[other] { " " }अटका हुआ है: { $silent } दिन से कोई स्कैन नहीं।
}{ $reason ->
    [none] { "" }
   *[other] { " " }डिलीवरी नहीं हुई: { $reason }; अब तक { $attempts } कोशिश।
}
parcel-none = { $standing ->
    [Cancelled] ऑर्डर { $number } रद्द है, इसलिए ट्रैक करने को कोई पार्सल नहीं है।
   *[other] ऑर्डर { $number } ({ $status }) अभी पैक नहीं हुआ, इसलिए ट्रैक करने को कोई पार्सल नहीं है।
}
parcel-scan = { $status }{ $place ->
    [none] { "" }
   *[other] , { $place }
}{ $words ->
    [none] { "" }
   *[other] { " " }({ $words })
}
parcel-day = { $day }
parcel-moment = { $at }
parcel-amount = { $amount }
parcel-days = { $days } दिन
parcel-reattempt = { $day }{ $slot ->
    [morning] , सुबह
    [afternoon] , दोपहर
    [evening] , शाम
   *[other] { "" }
}

parcel-line-promised = कब तक पहुँचना था
parcel-line-late = कितना लेट
parcel-line-stuck = स्कैन नहीं हुआ
parcel-line-place = आख़िरी जगह
parcel-line-city = कहाँ जाना है
parcel-line-attempts = डिलीवरी की कोशिशें
parcel-line-cod = नकद लेना है
parcel-line-ndr = डिलीवरी नहीं हुई
parcel-line-reattempt = अगली कोशिश माँगी

parcel-button-order = ऑर्डर
parcel-button-order-says = ऑर्डर { $number } दिखाओ
parcel-button-advise = क्या करें?
parcel-button-advise-says = पार्सल { $awb } का क्या करें?
parcel-button-track = ट्रैक करें
parcel-button-track-says = पार्सल { $awb } कहाँ है?

parcel-late-found = { $count ->
    [0] { $courier ->
        [none] कोई पार्सल
       *[other] { $courier } का कोई पार्सल
    } लेट या अटका हुआ नहीं है।
   *[other] { $courier ->
        [none] { "" }
       *[other] { $courier } के{ " " }
    }{ $count } पार्सल लेट या अटके हुए हैं: { $late } की तारीख़ निकल चुकी, { $silent } का कई दिन से स्कैन नहीं। इन ऑर्डर की कीमत { $value } है।
}
parcel-late-title = लेट और अटके हुए पार्सल
parcel-late-note = { $count } में से { $shown }; पहले जो सबसे लेट हैं, फिर जिनका सबसे ज़्यादा दिन से स्कैन नहीं।

parcel-column-awb = AWB
parcel-column-order = ऑर्डर
parcel-column-courier = कूरियर
parcel-column-city = कहाँ
parcel-column-status = स्थिति
parcel-column-promised = कब तक
parcel-column-late = कितना लेट
parcel-column-scan = आख़िरी स्कैन

error-parcel-not-found = { $number } नाम का कोई पार्सल या ऑर्डर नहीं मिला। लेबल पर लिखा AWB या ऑर्डर नंबर दें।
error-parcel-not-packed = ऑर्डर { $number } का अभी कुछ पैक नहीं हुआ, इसलिए पार्सल नहीं है।
error-parcel-ambiguous = ऑर्डर { $number } के कई पार्सल हैं। कौन सा?
error-courier-not-found = कूरियर { $courier } नहीं मिला। ये कूरियर हैं: { $known }।
