brief-title = अभी क्या ज़रूरी है
brief-says = { $count ->
    [0] अभी आपके लिए कुछ नहीं है।
    [one] एक काम आपका इंतज़ार कर रहा है।
   *[other] { $count } काम हैं, सबसे ज़रूरी पहले।
  }
brief-column-what = क्या
brief-column-value = दाँव पर
brief-value = { $value }
brief-parcels_due = { $count } अटके पार्सल का जवाब आज देना है{ $late ->
    [0] {""}
   *[other] , { $late } का समय निकल चुका
  }
brief-parcels_nobodys = { $count } अटके पार्सल किसी के पास नहीं हैं
brief-parcels_late = { $count } पार्सल लेट या रुके हुए हैं
brief-orders_risky = { $count } खुले ऑर्डर शायद वापस आएँगे
brief-stock_out = { $count } प्रोडक्ट एक हफ़्ते में ख़त्म होंगे
brief-approvals = { $count } बदलाव आपकी हाँ का इंतज़ार कर रहे हैं
brief-open-parcels_due = आज के पार्सल दिखाओ
brief-open-parcels_nobodys = बिना एजेंट वाले पार्सल दिखाओ
brief-open-parcels_late = लेट पार्सल दिखाओ
brief-open-orders_risky = जोखिम वाले ऑर्डर दिखाओ
brief-open-stock_out = ख़त्म होता स्टॉक दिखाओ
brief-open-approvals = मेरी हाँ वाले दिखाओ
profit-says = { $first } से { $last } के { $orders } ऑर्डरों के { $sales } में से { $profit } बचे, विज्ञापन, वेतन और किराये से पहले।{ $unknown ->
    [0] {""}
   *[other] {" "}{ $unknown }% माल की लागत लिखी नहीं है।
  }
profit-title = नफ़ा-नुक़सान, { $first } से { $last }
profit-column-what = दिए गए ऑर्डरों का
profit-column-amount = रक़म
profit-amount = { $amount }
profit-line-sales = बिक्री, GST के साथ
profit-line-returned = − वापस आया
profit-line-refunds = − रिफ़ंड
profit-line-gst = − GST
profit-line-goods = − माल की लागत
profit-line-commission = − कमीशन और भुगतान शुल्क
profit-line-shipping = − भाड़ा, जाने और आने का
profit-line-profit = बचा
profit-note = कमीशन और भाड़ा दुकान के मूल्य नियमों से जोड़ा गया है। विज्ञापन, वेतन और किराया यहाँ नहीं लिखा जाता।{ $unknown ->
    [0] {""}
   *[other] {" "}{ $unknown }% माल की लागत पता नहीं।
  }
brief-alerts = { $count ->
    [one] एक अलर्ट खुला है
   *[other] { $count } अलर्ट खुले हैं
  }
brief-open-alerts = अलर्ट दिखाओ
