# SMS।
sms-answer-by-number = नंबर लिखकर जवाब दीजिए।
sms-more = …और { $count } और।
sms-file = फ़ाइल: { $name }। वेब चैट में खोलिए।
