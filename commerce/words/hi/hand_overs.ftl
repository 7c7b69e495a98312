hand-over-title = इंसान से बात चाहते हैं
hand-over-found = { $count ->
    [0] { $queue ->
        [closed] कोई बातचीत बंद नहीं हुई।
        [mine] आपने कोई बातचीत नहीं ली है।
       *[other] किसी को इंसान का इंतज़ार नहीं।
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
hand-over-show = बंद बातचीत दिखाओ
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
