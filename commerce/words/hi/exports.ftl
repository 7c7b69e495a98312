exports-column-order = ऑर्डर
exports-column-placed = कब आया
exports-column-status = स्टेटस
exports-column-channel = चैनल
exports-column-channel-id = चैनल की अपनी आईडी
exports-column-payment = भुगतान
exports-column-payment-status = भुगतान का स्टेटस
exports-column-customer = ग्राहक
exports-column-phone = फ़ोन
exports-column-email = ई-मेल
exports-column-address = पता
exports-column-city = शहर
exports-column-state = राज्य
exports-column-pincode = पिनकोड
exports-column-pieces = पीस
exports-column-items = आइटम
exports-column-subtotal = सबटोटल ({ $currency })
exports-column-discount = छूट ({ $currency })
exports-column-shipping = शिपिंग ({ $currency })
exports-column-tax = शामिल टैक्स ({ $currency })
exports-column-total = टोटल ({ $currency })
exports-column-refunded = रिफ़ंड ({ $currency })
exports-column-cancelled = कब रद्द हुआ
exports-column-tags = टैग
exports-column-note = नोट
exports-column-awb = AWB
exports-column-courier = कूरियर
exports-column-warehouse = वेयरहाउस
exports-column-collect = लेने हैं ({ $currency })
exports-column-weight = वज़न (ग्राम)
exports-column-attempts = प्रयास
exports-column-made = कब बना
exports-column-picked-up = पिकअप
exports-column-out-for-delivery = डिलीवरी के लिए निकला
exports-column-promised = वादा
exports-column-delivered = डिलीवर
exports-column-rto = RTO शुरू
exports-column-last-scan = आख़िरी स्कैन
exports-column-location = आख़िरी जगह
exports-column-reason = कारण
exports-column-priority = प्राथमिकता
exports-column-opened = कब खुला
exports-column-last-attempt = आख़िरी प्रयास
exports-column-due = कब तक
exports-column-reattempt = दोबारा प्रयास
exports-column-closed = कब बंद हुआ
exports-column-assignee = किसके पास
exports-column-sku = SKU
exports-column-product = प्रोडक्ट
exports-column-category = कैटेगरी
exports-column-on-hand = मौजूद
exports-column-reserved = रिज़र्व
exports-column-free = बिक्री के लिए
exports-column-price = दाम ({ $currency })
exports-column-mrp = MRP ({ $currency })
exports-column-cost = लागत ({ $currency })
exports-column-line = लाइन
exports-column-at = कब
exports-column-person = किसने
exports-column-for = किसके लिए
exports-column-action = क्या
exports-column-subject = किस पर
exports-column-before = पहले
exports-column-after = बाद
exports-column-why = क्यों
exports-column-door = कहाँ से
exports-column-orders = ऑर्डर
exports-column-spent = कुल ख़रीद ({ $currency })
exports-column-last-order = आख़िरी ऑर्डर
exports-column-last-at = आख़िरी बार
exports-column-sold = 30 दिन में बिके
exports-column-days-left = बचे दिन
exports-column-value = क़ीमत ({ $currency })

error-exports-ending = { $name } न .csv है न .xlsx। फ़ाइल का नाम ऐसा दीजिए कि पता चले वह क्या है।

export-made = { $what }: { $name } में { $count ->
    [one] 1 पंक्ति है
   *[other] { $count } पंक्तियाँ हैं
}{ $period ->
    [none] ।
   *[other] , { $first } से { $last } तक।
}
export-note = { $count ->
    [one] 1 पंक्ति
   *[other] { $count } पंक्तियाँ
}
export-of-orders = ऑर्डर
export-of-parcels = पार्सल
export-of-ndr = न पहुँचे पार्सल (NDR)
export-of-stock = स्टॉक
export-of-low_stock = जो ख़त्म होने वाला है
export-of-dead_stock = जो बिक नहीं रहा
export-of-customers = ग्राहक
export-of-audit = ऑडिट लॉग
error-export-in-chat = फ़ाइल चैट में बनती है: वहाँ सूची Excel या CSV में माँगें।
error-export-filter = { $what } को इससे छोटा नहीं कर सकते: { $filters }। यह चलता है: { $known }।
error-export-too-long = यह { $most } पंक्तियों से ज़्यादा है। छोटी अवधि या छोटी सूची चुनें; "superecom export" कितनी भी लंबी फ़ाइल बनाता है।
error-export-paid-parcels = पार्सल का बस COD या प्रीपेड होना पता है; “{ $payment }” ऑर्डर की सूची में है। ऑर्डर माँगें।
