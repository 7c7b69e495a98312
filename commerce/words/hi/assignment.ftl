agents-says = { $count ->
    [0] अभी NDR पर कोई काम नहीं करता।
    [one] एक एजेंट NDR पर काम करता है
   *[other] { $count } एजेंट NDR पर काम करते हैं
}{ $count ->
    [0] { "" }
   *[other], { $working } अभी शिफ़्ट पर; सबके पास कुल { $open } खुले हैं।
}
agents-title = NDR पर कौन काम करता है
agents-note = खुले केस हर एजेंट की सीमा में से हैं। जो नहीं है उसके बिना छुए केस दूसरों को दिए जा सकते हैं।
agents-column-name = एजेंट
agents-column-state = अभी
agents-column-shift = शिफ़्ट
agents-column-languages = भाषा
agents-column-reasons = किसमें अच्छे
agents-column-open = खुले
agents-column-today = आज मिले
agents-state = { $state ->
    [on] केस लेते हैं
    [off] नहीं हैं
    [leave] छुट्टी पर
   *[shift] शिफ़्ट पर नहीं
}
agents-shift = { $opens ->
    [none] कभी भी
   *[other] { $opens }–{ $closes }
}
agents-load = { $cap } में से { $open }
agents-number = { $number }
agents-money = { $amount }
agents-cases = एक साथ { $count }
agents-takes = { $only ->
    [yes] सिर्फ़ यही कारण
   *[no] कोई भी कारण
}
agents-list = { $items }
agents-not-said = बताया नहीं
agents-no-rest = कोई नहीं
agents-leave-days = { $first } से { $last } तक छुट्टी
agents-button-cases = उनके पार्सल
agents-button-cases-says = { $name } के NDR
agents-set-title = { $name } का काम
agents-set = { $name } के लिए बदला: { $what }।
agents-availability-title = { $name } और नए पार्सल
agents-availability-set = { $name }: { $state }।
agents-field-languages = भाषा
agents-field-reasons = किसमें अच्छे
agents-field-only = क्या मिलेगा
agents-field-cap = ज़्यादा से ज़्यादा खुले केस
agents-field-shift = शिफ़्ट
agents-field-rest = साप्ताहिक छुट्टी
agents-field-leave = छुट्टी
agent-warning-cases = { $count ->
    [one] { $name } का एक बिना छुआ पार्सल उन्हीं के पास रहेगा; उसे दूसरों को दें।
   *[other] { $name } के { $count } बिना छुए पार्सल उन्हीं के पास रहेंगे; उन्हें दूसरों को दें।
}
spoken-language-Hindi = हिंदी
spoken-language-English = अंग्रेज़ी
spoken-language-Marathi = मराठी
spoken-language-Tamil = तमिल
spoken-language-Telugu = तेलुगु
spoken-language-Kannada = कन्नड़
spoken-language-Malayalam = मलयालम
spoken-language-Bengali = बंगाली
spoken-language-Gujarati = गुजराती
spoken-language-Punjabi = पंजाबी
spoken-language-Odia = ओड़िया
spoken-language-Assamese = असमिया
spoken-language-Urdu = उर्दू
spoken-language-Arabic = अरबी
spoken-language-Indonesian = इंडोनेशियाई
weekday-Monday = सोमवार
weekday-Tuesday = मंगलवार
weekday-Wednesday = बुधवार
weekday-Thursday = गुरुवार
weekday-Friday = शुक्रवार
weekday-Saturday = शनिवार
weekday-Sunday = रविवार
only-theirs-OnlySkills = सिर्फ़ जिसमें अच्छे हैं
only-theirs-Anything = कोई भी कारण
availability-Working = पार्सल लेते हैं
availability-Away = नहीं हैं
form-speaks = भाषा
form-good-at = किसमें अच्छे
form-takes = क्या मिलेगा
form-cap = ज़्यादा से ज़्यादा खुले केस
form-shift = शिफ़्ट (10:00-19:00)
form-weekly-off = साप्ताहिक छुट्टी
form-availability = पार्सल लेना
form-from-day = कब से
form-until-day = कब तक

assignment-why = क्यों
assignment-because = { $name } के साथ { $stake } में से लगभग { $expected } वापस आने चाहिए।
assignment-because-score = { $name } के { NUMBER($score, maximumFractionDigits: 1) } अंक हैं।
assignment-because-record = { $reason } के { $of } निपटे पार्सल में से { $well } डिलीवर करवाए।
assignment-because-language = { $speaks ->
    [yes] ग्राहक की भाषा बोलते हैं।
   *[no] ग्राहक की भाषा नहीं बोलते।
}
assignment-because-wait = { $ahead ->
    [0] इससे पहले कुछ नहीं रुका
    [one] इससे पहले एक पार्सल है
   *[other] इससे पहले { $ahead } पार्सल हैं
}{ $when ->
    [now]; अभी शुरू कर सकते हैं।
    [later]; { $at } को इसे देखेंगे।
   *[soon]; लगभग { $minutes } मिनट में इसे देखेंगे।
}
assignment-next = उसके बाद: { $name }, { $expected }{ $together ->
    [yes]  – अकेले इस पार्सल के लिए ज़्यादा, पर दूसरे पार्सल को उनकी ज़्यादा ज़रूरत है।
   *[no] ।
}
assignment-next-score = उसके बाद: { $name }, { NUMBER($score, maximumFractionDigits: 1) } अंक।
assignment-nobody-else = अभी और कोई नहीं ले सकता।
assignment-title = { $awb } कौन ले
assignment-column-agent = एजेंट
assignment-column-expected = वापस आएगा
assignment-column-skill = सफलता से
assignment-column-language = भाषा से
assignment-column-waiting = रुकने से
assignment-column-chance = संभावना
assignment-column-ahead = इससे पहले
assignment-column-parcels = पार्सल
assignment-column-begins = शुरू
assignment-left = { $who ->
    [none] कोई भी जो लाता, और सफलता, भाषा और रुकने से जो जुड़ता या घटता है, मिलकर यही बनता है।
   *[other] इनसे नहीं पूछा: { $who }।
}
assignment-left-one = { $name } ({ $why ->
    [theirs] उन्हीं के पास है
    [off] नहीं हैं
    [leave] छुट्टी पर
    [full] हाथ भरे हैं
    [skill] यह कारण नहीं करते
    [shift] बहुत देर से देखते
   *[fairness] आज अपने हिस्से से ज़्यादा मिले
})
assignment-share-title = किसको कितने
assignment-share-note = ऐसे बाँटे कि सबसे मिलकर सबसे ज़्यादा रुपये वापस आएँ; औसत के डेढ़ गुना से ज़्यादा किसी को नहीं।
ndr-many-assign-best-title = { $worth } के { $parcels } बाँटें, जिससे सबसे ज़्यादा वापस आए
ndr-many-assigned-best = { $parcels } बाँट दिए।
setting-NdrAssignment = NDR अपने आप सौंपना
setting-assignment = { $method ->
    [recovered] अपेक्षित रुपये से
    [published] प्लेटफ़ॉर्म के स्कोर से
   *[off] बंद
}
audit-action-set_agent = एजेंट का काम बदला
audit-action-set_availability = एजेंट की उपलब्धता बदली
error-setting-assignment = off, recovered (अपेक्षित रुपये से) या published (प्लेटफ़ॉर्म के स्कोर से) कहें।
error-assignment-settled = यह केस निपट चुका है; किसी को लेना नहीं।
error-assignment-nobody = { $awb } अभी कोई नहीं ले सकता: सब छुट्टी पर, भरे हुए या देर तक शिफ़्ट से बाहर हैं। सीमा बढ़ाएँ या नाम कहें।
error-assignment-nobody-for-any = इन्हें अभी कोई नहीं ले सकता: सब छुट्टी पर, भरे हुए या देर तक शिफ़्ट से बाहर हैं। सीमा बढ़ाएँ या नाम कहें।
error-assignment-none-stuck = जो नहीं है उसके पास कोई बिना छुआ पार्सल नहीं, और कोई ज़्यादा देर से पड़ा भी नहीं।
error-agent-nothing-changes = { $name } के लिए क्या बदले: भाषा, कारण, सीमा जैसे 40 केस, शिफ़्ट जैसे 10 से 7, या साप्ताहिक छुट्टी।
error-agent-never-works = { $name } के पास काम का कोई दिन नहीं बचेगा।
error-agent-works-anyway = { $name } काम करते ही हैं; दिन सिर्फ़ छुट्टी के लिए कहें।
error-agent-works-already = { $name } पार्सल ले ही रहे हैं।
error-agent-is-off-already = { $name } पहले से नहीं हैं।
error-agent-leave-past = ये दिन निकल गए। आज से आगे के दिन कहें।
error-agent-leave-long = छुट्टी ज़्यादा से ज़्यादा { $days } दिन की हो सकती है।
