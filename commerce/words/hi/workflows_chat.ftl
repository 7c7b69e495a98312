library-name-address-check = अधूरे पते जाँचो: ऑर्डर रोको और ग्राहक से पूछो
library-name-alert-task = हर अलर्ट को काम की सूची में डालो
library-name-bad-review = ख़राब रिव्यू टीम के सामने रखो
library-name-return-request = ग्राहक वापसी माँगे तो नोट करो और उनसे बात करो
library-name-big-cod-new-customer = नए ग्राहकों के बड़े सीओडी ऑर्डर रोको
library-name-cod-confirmation = भेजने से पहले सीओडी ऑर्डर कन्फर्म करो
library-name-daily-digest = हर सुबह कल के आँकड़े ई-मेल पर
library-name-fake-attempt-dispute = फ़र्ज़ी लगने वाले डिलीवरी प्रयास जाँचो
library-name-high-risk-review = जोखिम वाले सीओडी ऑर्डर रोको और भेजने से पहले पूछो
library-name-late-parcel-apology = देर वाले पार्सल के लिए माफ़ी माँगो
library-name-low-stock-reorder = स्टॉक कम होने पर रीऑर्डर सूची में डालो
library-name-ndr-follow-up = डिलीवरी फेल होने पर ग्राहक को लिखो, फिर एजेंट को दो
library-name-refused-parcel = कूरियर कहे कि ग्राहक ने मना किया तो ग्राहक से पूछो
library-name-review-request = डिलीवरी के तीन दिन बाद रिव्यू माँगो
library-name-sla-breach = जिनका समय कम बचा है वे पार्सल ख़ाली एजेंट को दो
library-name-vip-care = सबसे अच्छे ग्राहकों के ऑर्डर पर निशान लगाओ
library-name-win-back = 90 दिन से न ख़रीदने वाले अच्छे ग्राहकों को लिखो
error-workflow-several = “{ $said }” से कई वर्कफ़्लो हो सकते हैं: { $names }। बताइए कौन सा।
error-workflow-which = बताइए कौन सा वर्कफ़्लो। ये हैं: { $names }।
error-workflow-runs-left = “{ $title }” के { $live } रन चल रहे हैं। उन्हें पूरा होने दें या वहीं रोक दें?
error-workflow-which-run = बताइए कौन सा रन। इनमें से हो सकता है: { $numbers }।
error-workflow-what = बताइए कब शुरू हो और क्या करे, जैसे “जब 10,000 से ऊपर का सीओडी ऑर्डर आए, तो होल्ड करो”।
workflow-tried-send = भेजे गए संदेश
workflow-tried-set-status = ऑर्डर के स्टेटस बदले
workflow-tried-assign = किसी को दिए गए पार्सल
workflow-tried-create-task = बने हुए काम
workflow-tried-call-webhook = दूसरे प्रोग्राम को सूचना
workflow-tried-adjust-stock = स्टॉक के बदलाव
workflow-tried-tag = टैग लगे ऑर्डर
workflow-tried-request-reattempt = माँगे गए रीअटेम्प्ट
workflow-tried-convert-to-prepaid = भेजे गए पेमेंट लिंक
workflow-tried-run-report = भेजी गई रिपोर्ट
workflow-tried-add-note = लिखे गए नोट
workflow-tried-hand-over = टीम के सामने रखी बातें
workflow-tried-ask-approval = टीम से सवाल
workflow-tried-wait = इंतज़ार
workflow-tried-branch = चुनाव
workflow-tried-each = लूप
workflow-tried-stop = समाप्ति
workflow-tried = पिछले { $days } दिनों में { $events } घटनाओं में से यह { $runs } बार चलता: { $messages } संदेश{ $priced ->
        [0] {""}
       *[other] { " " }({ $cost })
    }, { $touched } चीज़ों पर असर।{ $cut ->
        [0] {""}
       *[other] {" "}सिर्फ़ पहली घटनाएँ देखी गईं।
    }
workflow-tried-title = { $days } दिनों में यह क्या करता
workflow-tried-column-do = काम
workflow-tried-column-times = बार
workflow-tried-says = “{ $title }”: { $told } कुछ किया नहीं गया।
workflow-list-title = क्या है
workflow-list-name = नाम
workflow-list-status = स्थिति
workflow-list-live = चल रहे
workflow-list-failed = फेल
workflow-list-owner = किसका
workflow-list-count = 
    { $count ->
        [0] दुकान में अभी कोई वर्कफ़्लो नहीं है। ये चालू करने को तैयार हैं।
       *[other] { $count } वर्कफ़्लो, { $on } चालू।
    }
workflow-library-count = 
    { $count ->
        [0] लाइब्रेरी के सारे वर्कफ़्लो दुकान में पहले से हैं।
       *[other] { $count } वर्कफ़्लो चालू करने को तैयार हैं।
    }
workflow-library-title = चालू करने को तैयार
workflow-library-about = क्या करता है
workflow-library-note = या अपने शब्दों में कहिए: कब क्या हो तो क्या करना है।
workflow-library = तैयार वर्कफ़्लो
workflow-library-says = तैयार वर्कफ़्लो दिखाओ
workflow-show-says = { $name } वर्कफ़्लो समझाओ
workflow-shown = “{ $title }” { $status } है, { $owner } ने चालू किया: { $live } चल रहे, { $failed } फेल।
workflow-of-library = तैयार है, अभी चालू नहीं: { $title }।
workflow-button-pause-workflow = रोकें
workflow-button-pause-workflow-says = { $name } वर्कफ़्लो रोको
workflow-button-retire-workflow = हटाएँ
workflow-button-retire-workflow-says = { $name } वर्कफ़्लो हटाओ
workflow-button-resume-workflow = चालू करें
workflow-button-resume-workflow-says = { $name } वर्कफ़्लो फिर चालू करो
workflow-button-workflow-runs = रन
workflow-button-workflow-runs-says = { $name } वर्कफ़्लो के रन दिखाओ
workflow-button-dry-run-workflow = पिछले दिनों पर आज़माएँ
workflow-button-dry-run-workflow-says = { $name } वर्कफ़्लो क्या करता
workflow-button-create-workflow = चालू करें
workflow-button-create-workflow-says = तैयार वर्कफ़्लो { $name } चालू करो
workflow-runs-title = रन
workflow-runs-number = नंबर
workflow-runs-workflow = वर्कफ़्लो
workflow-runs-about = किस बारे में
workflow-runs-status = स्थिति
workflow-runs-began = शुरू
workflow-runs-next = आगे
workflow-runs-error = क्या गड़बड़
workflow-runs-shown = 
    { $count ->
        [0] कोई रन नहीं।
       *[other] { $count } रन, { $failed } फेल।
    }
workflow-run-says = रन { $number } दिखाओ
workflow-run-title = { $workflow } का रन { $number }
workflow-run-shown = { $workflow } का रन { $number } ({ $subject }): { $status }, { $steps } क़दम।{ $error ->
        [none] {""}
       *[other] { " " }{ $error }
    }
workflow-run-status = रन
workflow-steps-at = कब
workflow-steps-step = क़दम
workflow-steps-status = स्थिति
workflow-steps-result = नतीजा
workflow-step-done = हुआ
workflow-step-skipped = छोड़ा
workflow-step-failed = फेल
workflow-step-waiting = इंतज़ार
workflow-at = { $at }
workflow-retry-run = फिर कोशिश
workflow-retry-run-says = रन { $number } फिर चलाओ
workflow-cancel-run = ख़त्म करें
workflow-cancel-run-says = रन { $number } ख़त्म करो
workflow-create-title = चालू करें: { $title }
workflow-change-title = बदलें: { $title }
workflow-paused-title = “{ $title }” रोकें ({ $live } चल रहे)
workflow-on-title = “{ $title }” फिर चालू करें
workflow-status = वर्कफ़्लो
workflow-does = क्या करता है
workflow-created-on = “{ $title }” चालू है। इसका नाम { $name } है।
workflow-created-off = “{ $title }” रख लिया, बंद है। इसका नाम { $name } है।
workflow-changed = “{ $title }” बदल गया; अब से जो शुरू होगा वह ऐसे चलेगा।
workflow-paused-says = “{ $title }” रुका है: कुछ शुरू नहीं होगा, जो चल रहा था वह रुका रहेगा।
workflow-on-says = “{ $title }” चालू है।
workflow-retire-finish-title = “{ $title }” हटाएँ; चल रहे { $live } रन पहले पूरे होंगे
workflow-retire-stop-title = { $live ->
    [0] “{ $title }” हटाएँ
   *[other] “{ $title }” हटाएँ और चल रहे { $live } रन रोकें
}
runs-left-finish = पूरे होने दें
runs-left-stop = रोक दें
workflow-retired-finish = “{ $title }” हटा दिया: अब कुछ शुरू नहीं होगा। { $live ->
    [0] जो किया वह इतिहास में रहेगा।
   *[other] जो चल रहे थे ({ $live }) वे पूरे होंगे; इतिहास रहेगा।
}
workflow-retired-stop = “{ $title }” हटा दिया: अब कुछ शुरू नहीं होगा। { $live ->
    [0] जो किया वह इतिहास में रहेगा।
   *[other] जो चल रहे थे ({ $live }) वे रोक दिए गए; इतिहास रहेगा।
}
workflow-retry-title = { $workflow } का रन { $number } फिर चलाएँ ({ $subject })
workflow-cancel-title = { $workflow } का रन { $number } ख़त्म करें ({ $subject })
workflow-retried = रन { $number } फिर कोशिश कर रहा है।
workflow-run-cancelled-says = रन { $number } ख़त्म हुआ; जो किया वह रहेगा।
workflow-shelf-shop = दुकान के
workflow-shelf-library = तैयार
run-state-live = चल रहे
run-state-failed = फेल
run-state-done = पूरे
run-state-cancelled = रद्द
rule-ask-event = कब शुरू हो?
rule-ask-product = कौन सा प्रोडक्ट?
rule-ask-do = तब क्या करना है?
rule-ask-at = दिन में किस समय देखे?
rule-ask-wait = जवाब का कितनी देर इंतज़ार करे?
rule-ask-send-by = संदेश किससे जाए?
rule-ask-send-to = संदेश किसे जाए?
rule-ask-assign-to = किसे दें?
rule-ask-tag-tag = कौन सा टैग?
rule-ask-add-note-note = नोट में क्या लिखें?
rule-ask-call-webhook-url = कौन सा पता बुलाएँ? https:// से शुरू होता है।
rule-ask-run-report-by = रिपोर्ट किससे आए?
rule-ask-text = कौन सा टेक्स्ट भेजें?
rule-ask-unknown = “{ $words }” का नियम में मतलब समझ नहीं आया। दूसरे शब्दों में कहिए, या छोड़ दें।
rule-without = “{ $words }” छोड़ दो
rule-ask-number = { $number } से ऊपर, कम से कम या नीचे? नियम फिर से कहिए।
rule-ask-again = यह अभी नियम नहीं बन सकता: { $problem }
rule-option-hold = ऑर्डर होल्ड करो
rule-option-tell = मुझे व्हाट्सएप पर बताओ
rule-option-task = टास्क बनाओ
rule-option-assign = एजेंट को दो
rule-note = { $thing }: { $event }
rule-note-clock = { $thing } देखें
rule-note-shop = दुकान देखें
workflow-text-notify = { $shop }: { $what }
rule-ask-change = “{ $title }” में क्या बदलना है?
rule-title = { $event }: { $do }
workflow-text-says = टेक्स्ट “{ $template }”: { $text }
workflow-box-when = जब
workflow-box-if = अगर
workflow-box-then = तब
workflow-box-ask = पूछें
workflow-box-wait = रुकें
workflow-box-each = हर एक के लिए
workflow-box-stop = ख़त्म
workflow-way-yes = हाँ
workflow-way-no = नहीं तो
workflow-way-each = हर एक के लिए
workflow-flow-alt = 
    चित्र: “{ $title }”, { $count } { $count ->
        [one] खाना
       *[other] खाने
    }। साथ के वाक्य यही बताते हैं।
