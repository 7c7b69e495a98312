# WhatsApp और SMS के नियम।
messaging-stopped = अब { $shop } से यहाँ कोई संदेश नहीं आएगा। फिर से चाहिए तो START लिखिए।
messaging-started = फिर से स्वागत है। { $shop } आपके ऑर्डर के बारे में संदेश भेजेगा। बंद करना हो तो कभी भी STOP लिखिए।
messaging-paced = कैरियर पर अपनी बारी का इंतज़ार।
messaging-not-wanted = इन्होंने संदेश बंद करने को कहा था। सिर्फ़ वे ख़ुद START लिखकर चालू कर सकते हैं।
messaging-quiet = रात है; सुबह जाएगा।
messaging-enough-today = 24 घंटे में दुकान इन्हें { $most } बार पहले लिख चुकी है; बाद में जाएगा।
messaging-no-text-whatsapp = इन्होंने 24 घंटे से WhatsApp पर नहीं लिखा, इसलिए सिर्फ़ स्वीकृत टेम्पलेट जा सकता है, और यह वह नहीं है।
messaging-no-text-sms = SMS से सिर्फ़ DLT में रजिस्टर्ड लेख जा सकता है, और यह वह नहीं है।
messaging-no-template = “{ $name }” नाम का स्वीकृत लेख नहीं है। "superecom templates add" से जोड़िए, फिर "superecom templates sync"।
error-template-values = लेख में { $missing } के लिए कुछ नहीं है।
error-template-name = “{ $name }” टेम्पलेट का नाम नहीं हो सकता, या चैनल whatsapp या sms नहीं है। नाम में छोटे अक्षर, अंक और _ होते हैं।
error-template-empty = टेम्पलेट “{ $name }” को लेख और कैरियर की दी हुई आईडी चाहिए।
error-template-category = “{ $category }” नहीं चलेगा: utility, marketing या authentication लिखिए।
