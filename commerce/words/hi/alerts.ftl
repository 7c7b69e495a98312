alerts-title = अलर्ट
alerts-says = { $count ->
    [0] सब सामान्य है।
    [one] एक अलर्ट: { $first }
   *[other] { $count } अलर्ट। पहला: { $first }
  }
alerts-column-number = नं.
alerts-column-what = क्या
alerts-column-cause = संभावित कारण
alerts-column-status = स्थिति
alerts-column-value = दाँव पर
alert-line-sales_drop = { $what }: { $day } को { $seen } ऑर्डर, उम्मीद { $expected } की थी
alert-line-sales_spike = { $what }: { $day } को { $seen } ऑर्डर, उम्मीद सिर्फ़ { $expected } की थी
alert-line-stock_out = { $what }: { $count } बचे, नया माल { $days } दिन में आएगा
alert-line-performance = { $what }: { $seen }% पहली कोशिशें फ़ेल ({ $day } से { $of } में { $count }), आम तौर पर { $expected }%
alert-line-sla = { $what }: { $count } जल्द देय या देर होने वाले
alert-whole-shop = पूरी दुकान
alert-lane = { $courier } से { $state }
alert-kind-sales_drop = बिक्री गिरी
alert-kind-sales_spike = बिक्री उछली
alert-kind-stock_out = स्टॉक ख़त्म हो रहा
alert-kind-performance = कूरियर, भुगतान या NDR प्रदर्शन
alert-kind-sla = सेवा स्तर
alert-status-open = खुला
alert-status-acknowledged = देखा जा रहा है
alert-status-snoozed = टाला गया
alert-status-resolved = फिर सामान्य
alert-place-nowhere = कहीं नहीं
alert-place-email = ई-मेल
alert-place-slack = Slack
alert-place-whatsapp = WhatsApp
alert-place-telegram = Telegram
alert-next-explain-change = क्यों?
alert-next-plan-reorder = रीऑर्डर की योजना
alert-next-sla-breaches = क्या देर होगा दिखाओ
alert-next-list-ndr = फ़ेल डिलीवरी दिखाओ
alert-next-says = { $next } ({ $what })
alert-acknowledge = { $number } मैं देखूँगा
alert-acknowledge-says = अलर्ट { $number } मैं देख रहा हूँ
alert-acknowledge-title = अलर्ट { $number } देखना
alert-acknowledged-says = अलर्ट { $number } को { $name } देख रहे हैं।
alert-snooze-title = अलर्ट { $number } टालना
alert-snoozed-says = अलर्ट { $number } { $until } तक नहीं दिखेगा।
alerts-set-title = कौन से अलर्ट आपको मिलें
alerts-set-says = हो गया। अलर्ट: { $where }, दिन में ज़्यादा से ज़्यादा { $most } संदेश।
alerts-wish-kinds = अलर्ट
alerts-wish-channel = कहाँ
alerts-wish-quiet = शांत घंटे
alerts-wish-most-a-day = दिन में संदेश
alerts-come = { $count ->
    [one] एक नया अलर्ट: { $first }
   *[other] { $count } नए अलर्ट। पहला: { $first }
  }
alerts-show = अलर्ट दिखाओ
error-alert-not-found = { $named } नाम का कोई खुला अलर्ट नहीं; { $count } खुले हैं। सूची से नंबर बताइए।
error-alert-which = { $count } अलर्ट मिलते हैं। कौन सा?
error-alert-acknowledged = अलर्ट { $alert } पहले से देखा जा रहा है।
error-alert-moved-on = अलर्ट { $alert } तब से बदल गया है; सूची देखिए।
error-alert-wishes-so = पहले से ऐसा ही है। बताइए कौन से अलर्ट, कहाँ, या शांत घंटे।
form-alert = अलर्ट
form-about = किस तरह का अलर्ट
form-quiet = शांत घंटे (22:00-08:00)
form-a-day = दिन में संदेश
web-act-snooze_alert = अलर्ट टालें
web-act-acknowledge_alert = अलर्ट देखें
web-act-set_alerts = अपने अलर्ट चुनें
