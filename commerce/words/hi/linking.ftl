# मैसेंजर पर कौन है: कोड, और उनके जवाब।
error-link-none = { $channel } पर आप जुड़े नहीं हैं। जुड़े हुए मैसेंजर Settings में दिखते हैं।
link-linked = हो गया, { $name }: अब मैं आपको यहाँ पहचानता हूँ। वेब चैट की तरह यहाँ लिखिए। हटाना हो तो वहाँ Settings खोलिए।
link-proven = धन्यवाद, { $name }। अब मैं आपको यहाँ पहचानता हूँ। अपने ऑर्डर के बारे में क्या जानना चाहेंगे?
link-asked = अगर { $order } हमारे यहाँ का ऑर्डर है, तो उस पर दिए फ़ोन नंबर या ई-मेल पर छह अंकों का कोड भेजा गया है। { $minutes } मिनट के अंदर वह कोड यहाँ भेजिए।
link-wrong = यह कोड सही नहीं है या पुराना हो गया है। जहाँ से मिला था वहाँ से नया लीजिए, या ऑर्डर नंबर फिर से भेजिए।
link-slow = बहुत बार कोशिश हो गई। कृपया एक घंटे बाद फिर कोशिश कीजिए।
link-code-message = { $shop } के असिस्टेंट के लिए आपका कोड { $code } है। यह { $minutes } मिनट चलेगा। किसी को मत बताइए: हम फ़ोन पर कभी नहीं पूछते।
link-code-made = हमारे WhatsApp, Telegram या दूसरे मैसेंजर पर यह भेजिए: LINK { $code }। यह एक बार चलेगा, { $minutes } मिनट तक।
link-gone = { $channel } अब आपको नहीं पहचानता।
link-channel = { $channel ->
    [whatsapp] WhatsApp
    [sms] SMS
    [slack] Slack
    [telegram] Telegram
    [email] ई-मेल
   *[other] { $channel }
 }
web-linking-title = आपके मैसेंजर
web-linking-line = WhatsApp, Telegram या Slack से भी असिस्टेंट को लिखिए: यहाँ कोड बनाइए और वहाँ भेजिए।
web-linking-make = कोड बनाइए
web-ui-linking-unlink = हटाइए
link-let-go = अब इस मैसेंजर पर आपको नहीं पहचाना जाएगा, { $name }। फिर से जोड़ने के लिए वेब चैट की सेटिंग में कोड बनाकर यहाँ भेजिए, या अपना ऑर्डर नंबर भेजिए।
