order-status-Pending = बाकी है
order-status-Confirmed = पक्का
order-status-Processing = पैक हो रहा है
order-status-Shipped = भेजा गया
order-status-Delivered = डिलीवर हुआ
order-status-Cancelled = रद्द
order-status-Returned = वापस आया
order-status-RTO = बिना डिलीवर हुए वापस (RTO)
order-status-OnHold = रोका हुआ
order-status-Failed = असफल

order-filter-Pending = बाकी
order-filter-Confirmed = पक्के
order-filter-Processing = पैक हो रहे
order-filter-Shipped = भेजे गए
order-filter-Delivered = डिलीवर हुए
order-filter-Cancelled = रद्द
order-filter-Returned = वापस आए
order-filter-RTO = RTO
order-filter-OnHold = रोके हुए
order-filter-Failed = असफल
order-filter-Unshipped = अभी तक नहीं निकले
order-filter-Open = खुले
order-filter-NotCancelled = रद्द न हुए

payment-method-COD = COD
payment-method-Card = कार्ड
payment-method-UPI = UPI
payment-method-NetBanking = नेट बैंकिंग
payment-method-Wallet = वॉलेट
payment-method-EMI = EMI
payment-method-BankTransfer = बैंक ट्रांसफ़र
payment-method-Other = अन्य

payment-status-Pending = पैसा नहीं आया
payment-status-Paid = पैसा मिला
payment-status-Failed = भुगतान असफल
payment-status-Refunded = पैसा लौटाया
payment-status-PartiallyRefunded = कुछ पैसा लौटाया
payment-status-CODPending = नकद लेना बाकी
payment-status-CODCollected = नकद मिला

payment-kind-cod = COD
payment-kind-prepaid = प्रीपेड
payment-kind-unpaid = बिना भुगतान
payment-kind-upi = UPI
payment-kind-card = कार्ड
payment-kind-net_banking = नेट बैंकिंग
payment-kind-wallet = वॉलेट
payment-kind-emi = EMI
payment-kind-bank_transfer = बैंक ट्रांसफ़र

sales-channel-Shopify = Shopify
sales-channel-Amazon = Amazon
sales-channel-Flipkart = Flipkart
sales-channel-Meesho = Meesho
sales-channel-WooCommerce = WooCommerce
sales-channel-Custom = अपनी दुकान

order-sort-newest = नए पहले
order-sort-oldest = पुराने पहले
order-sort-largest = बड़े पहले
order-sort-smallest = छोटे पहले

order-at-least = { $amount } से ऊपर
order-at-most = { $amount } तक
order-amount = { $amount }
order-moment = { $at }
order-pieces = { $pieces } पीस

order-found-when = { $period ->
    [none] कुल
    [today] आज
    [yesterday] कल
   *[other] { $days ->
        [1] { $first } को
       *[other] { $first } से { $last } तक
    }
}
order-found = { order-found-when } { $count ->
    [0] कोई ऑर्डर नहीं
   *[other] { $count } ऑर्डर
}{ $what ->
    [none] { "" }
   *[other] { " " }({ $what })
}{ $count ->
    [0] ।
   *[other] , कीमत { $total }।
}
order-list-title = ऑर्डर
order-list-note = { $count } में से { $first } से { $last }, { $sort }

order-column-number = ऑर्डर
order-column-status = स्थिति
order-column-total = रकम
order-column-payment = भुगतान
order-column-customer = ग्राहक
order-column-city = शहर
order-column-placed = कब आया

order-shown = ऑर्डर { $number }, { $customer } ({ $city }): { $status }, { $total }, { $payment }, { $placed } को आया।

order-line-status = स्थिति
order-line-customer = ग्राहक
order-line-phone = फ़ोन
order-line-address = पता
order-line-payment = भुगतान
order-line-discount = छूट
order-line-shipping = डिलीवरी शुल्क
order-line-refunded = लौटाया
order-line-channel = चैनल
order-line-placed = कब आया
order-line-hold-reason = रोकने का कारण
order-line-cancel-reason = रद्द करने का कारण
order-line-parcel = पार्सल
order-line-ndr = डिलीवरी नहीं हुई
order-line-note = नोट
order-payment = { $method }, { $status }
order-parcel = { $awb }, { $courier }: { $status }
order-ndr = { $reason }, { $attempts } कोशिश, { $due } तक कुछ करना है

order-story-status = { $reason ->
    [none] { $status }
   *[other] { $status }: { $reason }
}
order-story-packed = पार्सल { $awb } बना
order-story-picked-up = पार्सल { $awb } उठाया गया
order-story-out-for-delivery = पार्सल { $awb } डिलीवरी के लिए निकला
order-story-delivered = पार्सल { $awb } डिलीवर हुआ
order-story-returning = पार्सल { $awb } वापस आ रहा है

order-button-show = देखें
order-button-show-says = ऑर्डर { $number } दिखाओ
order-button-track = ट्रैक करें
order-button-track-says = ऑर्डर { $number } कहाँ है?
order-button-hold = रोकें
order-button-hold-says = ऑर्डर { $number } रोक दो
order-button-cancel = रद्द करें
order-button-cancel-says = ऑर्डर { $number } रद्द करो
order-button-next = और दिखाओ

order-cancel-title = ऑर्डर { $number } रद्द करना
order-cancelled = ऑर्डर { $number } रद्द हो गया।
order-hold-title = ऑर्डर { $number } रोकना
order-held = ऑर्डर { $number } रोक दिया गया है: { $reason }।
order-difference-parcel = पार्सल { $awb }
order-difference-reserved = रखा हुआ स्टॉक: { $place }
order-reason-cancelled-in-chat = चैट से रद्द किया
order-reason-held-in-chat = चैट से रोका
order-reason-undone = वापस लिया
order-warning-paid = { $paid } मिल चुके हैं और इससे वापस नहीं होंगे।
order-warning-on-the-pickup-list = पार्सल { $awb } कूरियर की पिकअप सूची में है। कूरियर आए तो इसे रोक लें।
order-warning-oversold = { $place } का स्टॉक अब जितना है उससे ज़्यादा का वादा हो चुका है।

error-order-not-found = ऑर्डर { $number } नहीं मिला। नंबर जाँचें, या ग्राहक के नाम या फ़ोन से ऑर्डर पूछें।
error-order-ambiguous = { $number } से कई ऑर्डर मिलते हैं। कौन सा?
error-order-already-cancelled = ऑर्डर { $number } पहले से रद्द है।
error-order-cancel-shipped = ऑर्डर { $number } कूरियर के पास है, रद्द नहीं हो सकता। इसे वापस मँगवा (RTO) सकते हैं।
error-order-cancel-delivered = ऑर्डर { $number } डिलीवर हो चुका है, रद्द नहीं हो सकता। रिटर्न लेकर पैसा लौटा सकते हैं।
error-order-cancel-returned = ऑर्डर { $number } वापस आ रहा है या आ चुका है, रद्द नहीं हो सकता। पैसा मिला था तो लौटा दें।
error-order-cancel-failed = ऑर्डर { $number } असफल हुआ था, रद्द करने को कुछ नहीं है।
error-order-already-held = ऑर्डर { $number } पहले से रोका हुआ है।
error-order-hold-shipped = ऑर्डर { $number } कूरियर के पास है, रोका नहीं जा सकता। इसे वापस मँगवा (RTO) सकते हैं।
error-order-hold-finished = ऑर्डर { $number } ({ $status }) पूरा हो चुका है, रोकने को कुछ नहीं है।
error-order-moved-on = ऑर्डर { $number } तब से आगे बढ़ गया है ({ $status }), इसलिए यह वापस नहीं हो सकता। ऑर्डर देखकर फिर से तय करें।
error-customer-not-found = ग्राहक { $customer } नहीं मिला। पूरा नाम, फ़ोन नंबर या ई-मेल आज़माएँ।
error-period-impossible = { $period } ऐसी कोई तारीख़ नहीं है। आज, पिछले हफ़्ते, या तारीख़ से तारीख़ तक कहें।
