# Messengers: WhatsApp, SMS, Slack, Telegram.
messenger-stranger = नमस्ते! यह { $shop } का असिस्टेंट है। यह नंबर अभी मेरे लिए नया है। दुकान से हैं तो वेब चैट की Settings से मिला कोड यहाँ भेजिए। ऑर्डर किया है तो ऑर्डर नंबर भेजिए।
