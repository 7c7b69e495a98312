# Slack: होम टैब, फ़ॉर्म और जवाब।
slack-edit = बदलें…
slack-open-one = एक खोलें…
slack-open = खोलें
slack-form-title = अनुरोध बदलें
slack-form-send = फिर से पूछें
slack-form-close = रहने दें
slack-form-nothing = इस अनुरोध में यहाँ बदलने लायक कुछ नहीं है। इसे मना करें और बताएँ कि इसकी जगह क्या चाहिए।
slack-form-gone = यह अनुरोध अब बाकी नहीं है। इस पर फ़ैसला हो चुका है, या नया अनुरोध आ गया है।
slack-form-wrong = यह यहाँ नहीं चलेगा। कृपया ठीक करें।
slack-form-yes = हाँ
slack-form-no = नहीं
slack-form-says = बदला गया: { $title }
slack-home-title = आपके डिलीवर न हुए पार्सल
slack-home-hello = नमस्ते { $name }। { $at } तक।
slack-home-stranger = नमस्ते! मैं आपको यहाँ अभी नहीं पहचानता। वेब चैट में सेटिंग्स खोलें और वहाँ मिला कोड मुझे सीधे संदेश में भेजें।
slack-home-all = सभी खुले पार्सल, क्योंकि अभी कोई आपके नाम पर नहीं है।
slack-command-ndr = डिलीवर न हुए पार्सल दिखाओ { $text }
slack-command-ndr-all = डिलीवर न हुए पार्सल दिखाओ
slack-command-order = ऑर्डर { $text } दिखाओ
slack-command-report = रिपोर्ट: { $text }
slack-command-report-all = कारोबार का सार
slack-hand-over = { $name } किसी व्यक्ति से बात करना चाहते हैं।
slack-hand-over-why = वे चाहते हैं: { $reason }
slack-hand-over-last = उन्होंने आख़िर में लिखा: { $text }
slack-hand-over-how = जो इसे संभाले, वह इसी थ्रेड में जवाब दे: उसका लिखा { $name } तक उसी के नाम से पहुँचेगा। जो मुझे मेंशन करके लिखा जाए, वह मुझ तक ही रहेगा।
slack-hand-over-take = संभालें
slack-hand-over-take-says = { $name } की बातचीत संभालो
slack-hand-over-show = दिखाएँ
slack-hand-over-show-says = { $name } की बातचीत खोलो
slack-hand-over-close = बंद करें
slack-hand-over-close-says = { $name } की बातचीत बंद करो
slack-hand-over-stands = { $status ->
    [taken] अब { $by } { $name } को जवाब दे रहे हैं।
    [closed] बंद: { $name } को फिर से असिस्टेंट जवाब देगा।
   *[open] { $name } को अभी कोई जवाब नहीं दे रहा।
}
slack-hand-over-wrote = { $name }: { $text }
slack-hand-over-sent-file = { $name } ने एक फ़ाइल भेजी।
slack-nobody-asked = यह चैनल के एक व्यक्ति के लिए है, और पता नहीं किसके लिए।
slack-refused = Slack इसे नहीं लेता ({ $code })।
slack-refused-channel_not_found = ऐसा कोई चैनल नहीं है, या असिस्टेंट उसमें नहीं है। उसे वहाँ बुलाएँ।
slack-refused-not_in_channel = असिस्टेंट उस चैनल में नहीं है। उसे वहाँ बुलाएँ।
slack-refused-is_archived = वह चैनल बंद किया जा चुका है।
slack-refused-user_not_found = इस Slack में अब वह व्यक्ति नहीं है।
slack-refused-user_disabled = उस व्यक्ति का Slack खाता बंद है।
slack-refused-msg_too_long = Slack को यह संदेश बहुत लंबा लगता है।
slack-refused-invalid_blocks = Slack समझ नहीं पाया कि यह संदेश कैसे दिखाए। कृपया हमें बताएँ।
slack-refused-restricted_action = वर्कस्पेस असिस्टेंट को वहाँ लिखने नहीं देता।
slack-refused-cannot_dm_bot = वह पता किसी ऐप का है, व्यक्ति का नहीं।
slack-refused-message_not_found = वह संदेश Slack में मिटा दिया गया।
slack-refused-file_not_found = फ़ाइल अब वहाँ नहीं है।
error-slack-settings = Slack को { $missing } भी चाहिए।
