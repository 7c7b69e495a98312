# Messengers: WhatsApp, SMS, Slack, Telegram.
messenger-stranger = नमस्ते! यह { $shop } का असिस्टेंट है। यह नंबर अभी मेरे लिए नया है। दुकान से हैं तो वेब चैट की Settings से मिला कोड यहाँ भेजिए। ऑर्डर किया है तो ऑर्डर नंबर भेजिए।
messenger-unread-voice = मैं अभी वॉइस नोट नहीं सुन सकता। कृपया दो-चार शब्दों में लिख दीजिए।
messenger-unread-file = यह फ़ाइल मैं नहीं पढ़ सकता। फ़ोटो (JPG, PNG), PDF, Excel और CSV पढ़ सकता हूँ।
messenger-unread-large = यह फ़ाइल मेरे लिए बहुत बड़ी है। छोटी फ़ाइल भेजिए, या वेब चैट में जोड़िए।
messenger-unread-button = यह बटन अब काम का नहीं रहा। जो चाहिए वह लिख दीजिए, या फिर से पूछिए।
messenger-unread-other = इस तरह का मैसेज मैं नहीं पढ़ सकता। लिखकर बताइए, या फ़ोटो या फ़ाइल भेजिए।
error-voice-long = यह वॉइस नोट बहुत लंबा है।
error-voice-unavailable = अभी यह वॉइस नोट कोई सुन नहीं पाया।
error-voice-refused = यह वॉइस नोट लिखा नहीं जा सका ({ $code })।
edited-after-done = आपने पहले जो लिखा था वह हो चुका है, इसलिए मैंने कुछ नहीं बदला। अब कुछ और चाहिए तो नया मैसेज लिखिए।
