hand-over-title = इंसान से बात चाहते हैं
hand-over-found = { $count ->
    [0] { $queue ->
        [closed] कोई बातचीत बंद नहीं हुई।
        [mine] आपने कोई बातचीत नहीं ली है।
       *[other] किसी को इंसान का इंतज़ार नहीं। जो चैट में इंसान माँगेगा, वह यहाँ दिखेगा।
    }
   *[other] { $count } बातचीत।
}
hand-over-column-name = कौन
hand-over-column-reason = क्यों
hand-over-column-since = कब से
hand-over-column-status = किसके पास
hand-over-since = { $at }
hand-over-status = { $status ->
    [open] अभी किसी के पास नहीं
    [taken] { $name }
   *[closed] बंद
}
hand-over-taken = अब { $name } को आप जवाब देंगे, असिस्टेंट उस बातचीत में चुप रहेगा। वे चाहते हैं: { $reason }{ $phone ->
    [none] { "" }
   *[other] { " " }(फ़ोन { $phone })
}
hand-over-closed = { $name } को फिर से असिस्टेंट जवाब देगा।
hand-over-choice = { $name }: { $reason }
hand-over-button-take-over = मैं लूँगा
hand-over-button-take-over-says = { $name } की बातचीत मुझे दो
hand-over-button-close-hand-over = बंद करें
hand-over-button-close-hand-over-says = { $name } की बातचीत बंद करो
hand-over-with-you = दुकान से कोई इंसान इसे देख रहा है और आपको जवाब देगा। आप यहाँ जो लिखेंगे वह उन तक पहुँचेगा।
error-hand-over-nobody = अभी किसी को इंसान का इंतज़ार नहीं।
error-hand-over-which = कई लोग इंतज़ार में हैं। किसकी बातचीत?
error-hand-over-not-found = { $name } इंसान का इंतज़ार नहीं कर रहे। कौन कर रहा है यह देखने के लिए सूची माँगें।
error-hand-over-taken = यह बातचीत { $name } पहले ही ले चुके हैं।
error-hand-over-moved-on = इस बातचीत में तब से कुछ हो चुका है, इसलिए यह वापस नहीं हो सकता।
hand-over-open = खोलें
hand-over-open-says = { $name } की बातचीत खोलें
hand-over-transcript = { $name } से बातचीत
hand-over-column-when = कब
hand-over-column-by = किसने
hand-over-column-said = क्या कहा
hand-over-by-assistant = असिस्टेंट
hand-over-reason = चाहते हैं: { $reason }
hand-over-shown = { $count ->
    [0] { $name } ने अभी कुछ नहीं लिखा।
    [one] { $name } से आख़िरी संदेश।
   *[other] { $name } से आख़िरी { $count } संदेश।
}{ $status ->
    [open] { " " }अभी किसी ने नहीं ली।
    [taken] { " " }{ $by } जवाब दे रहे हैं।
   *[other] { " " }यह बंद है।
}
hand-over-answered = { $name } को भेज दिया
hand-over-wrote = { $name } ने लिखा: { $text }
error-hand-over-closed = यह बातचीत बंद है, अब इसमें असिस्टेंट जवाब देता है। पहले इसके नंबर से इसे अपने पास लीजिए।
error-hand-over-own-words = ग्राहक को सिर्फ़ आपके अपने शब्द जाते हैं। उन्हें कोट में लिखिए, जैसे: Asha को जवाब दो "पार्सल कल आएगा"।
hand-over-told = दुकान से { $name } ने लिखा: { $text }
