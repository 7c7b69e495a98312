agents-says = { $count ->
    [0] Abhi koi NDR par kaam nahi karta.
    [one] Ek agent NDR par kaam karta hai
   *[other] { $count } agent NDR par kaam karte hain
}{ $count ->
    [0] { "" }
   *[other], { $working } abhi shift par; sabke paas kul { $open } open hain.
}
agents-title = NDR par kaun kaam karta hai
agents-note = Open case har agent ki limit mein se hain. Jo nahi hai uske bina chhue case doosron ko diye ja sakte hain.
agents-column-name = Agent
agents-column-state = Abhi
agents-column-shift = Shift
agents-column-languages = Bhasha
agents-column-reasons = Kis mein accha
agents-column-open = Open
agents-column-today = Aaj mile
agents-state = { $state ->
    [on] case leta hai
    [off] nahi hai
    [leave] chhutti par
   *[shift] shift par nahi
}
agents-shift = { $opens ->
    [none] kabhi bhi
   *[other] { $opens }–{ $closes }
}
agents-load = { $cap } mein se { $open }
agents-number = { $number }
agents-money = { $amount }
agents-cases = ek saath { $count }
agents-takes = { $only ->
    [yes] sirf yahi reason
   *[no] koi bhi reason
}
agents-list = { $items }
agents-not-said = bataya nahi
agents-no-rest = koi nahi
agents-leave-days = { $first } se { $last } tak chhutti
agents-button-cases = Uske parcel
agents-button-cases-says = { $name } ke NDR
agents-set-title = { $name } ka kaam
agents-set = { $name } ke liye badla: { $what }.
agents-availability-title = { $name } aur naye parcel
agents-availability-set = { $name }: { $state }.
agents-field-languages = Bhasha
agents-field-reasons = Kis mein accha
agents-field-only = Kya milega
agents-field-cap = Zyada se zyada open case
agents-field-shift = Shift
agents-field-rest = Weekly off
agents-field-leave = Chhutti
agent-warning-cases = { $count ->
    [one] { $name } ka ek bina chhua parcel unhi ke paas rahega; use doosron ko do.
   *[other] { $name } ke { $count } bina chhue parcel unhi ke paas rahenge; unhe doosron ko do.
}
spoken-language-Hindi = Hindi
spoken-language-English = English
spoken-language-Marathi = Marathi
spoken-language-Tamil = Tamil
spoken-language-Telugu = Telugu
spoken-language-Kannada = Kannada
spoken-language-Malayalam = Malayalam
spoken-language-Bengali = Bengali
spoken-language-Gujarati = Gujarati
spoken-language-Punjabi = Punjabi
spoken-language-Odia = Odia
spoken-language-Assamese = Assamese
spoken-language-Urdu = Urdu
spoken-language-Arabic = Arabic
spoken-language-Indonesian = Indonesian
weekday-Monday = Somvaar
weekday-Tuesday = Mangalvaar
weekday-Wednesday = Budhvaar
weekday-Thursday = Guruvaar
weekday-Friday = Shukravaar
weekday-Saturday = Shanivaar
weekday-Sunday = Ravivaar
only-theirs-OnlySkills = Sirf jis mein accha hai
only-theirs-Anything = Koi bhi reason
availability-Working = Parcel leta hai
availability-Away = Nahi hai
form-speaks = Bhasha
form-good-at = Kis mein accha
form-takes = Kya milega
form-cap = Zyada se zyada open case
form-shift = Shift (10:00-19:00)
form-weekly-off = Weekly off
form-availability = Parcel lena
form-from-day = Kab se
form-until-day = Kab tak

assignment-why = Kyun
assignment-because = { $name } ke saath { $stake } mein se lagbhag { $expected } wapas aana chahiye.
assignment-because-score = { $name } ke { NUMBER($score, maximumFractionDigits: 1) } point hain.
assignment-because-record = { $reason } ke { $of } khatam parcel mein se { $well } deliver karwaye.
assignment-because-language = { $speaks ->
    [yes] Customer ki bhasha bolte hain.
   *[no] Customer ki bhasha nahi bolte.
}
assignment-because-wait = { $ahead ->
    [0] Isse pehle kuch nahi ruka
    [one] Isse pehle ek parcel hai
   *[other] Isse pehle { $ahead } parcel hain
}{ $when ->
    [now]; abhi shuru kar sakte hain.
    [later]; { $at } ko isko dekhenge.
   *[soon]; lagbhag { $minutes } minute mein isko dekhenge.
}
assignment-next = Uske baad: { $name }, { $expected }{ $together ->
    [yes]  – akele is parcel ke liye zyada, par doosre parcel ko unki zyada zaroorat hai.
   *[no] .
}
assignment-next-score = Uske baad: { $name }, { NUMBER($score, maximumFractionDigits: 1) } point.
assignment-nobody-else = Abhi aur koi nahi le sakta.
assignment-title = { $awb } kaun le
assignment-column-agent = Agent
assignment-column-expected = Wapas aayega
assignment-column-skill = Success se
assignment-column-language = Bhasha se
assignment-column-waiting = Rukne se
assignment-column-chance = Chance
assignment-column-ahead = Isse pehle
assignment-column-parcels = Parcel
assignment-column-begins = Shuru
assignment-left = { $who ->
    [none] Koi bhi jo laata, aur success, bhasha aur rukne se jo judta ya ghat-ta hai, milkar yahi banta hai.
   *[other] Inko nahi pucha: { $who }.
}
assignment-left-one = { $name } ({ $why ->
    [theirs] unhi ke paas hai
    [off] nahi hain
    [leave] chhutti par
    [full] haath bhare hain
    [skill] ye reason nahi karte
    [shift] bahut der se dekhte
   *[fairness] aaj apne hisse se zyada mile
})
assignment-share-title = Kisko kitne
assignment-share-note = Aise baante ki sabse milkar sabse zyada rupaye wapas aayein; ausat ke dedh guna se zyada kisi ko nahi.
ndr-many-assign-best-title = { $worth } ke { $parcels } baanto, jisse sabse zyada wapas aaye
ndr-many-assigned-best = { $parcels } baant diye.
setting-NdrAssignment = NDR apne aap assign
setting-assignment = { $method ->
    [recovered] expected rupaye se
    [published] platform ke score se
   *[off] band
}
audit-action-set_agent = agent ka kaam badla
audit-action-set_availability = agent ki availability badli
error-setting-assignment = off, recovered (expected rupaye se) ya published (platform ke score se) bolo.
error-assignment-settled = Ye case khatam ho chuka hai; kisi ko lena nahi.
error-assignment-nobody = { $awb } abhi koi nahi le sakta: sab chhutti par, bhare hue ya der tak shift se bahar hain. Cap badhao ya naam bolo.
error-assignment-nobody-for-any = Inhe abhi koi nahi le sakta: sab chhutti par, bhare hue ya der tak shift se bahar hain. Cap badhao ya naam bolo.
error-assignment-none-stuck = Jo nahi hai uske paas koi bina chhua parcel nahi, aur koi zyada der se pada bhi nahi.
error-agent-nothing-changes = { $name } ke liye kya badle: bhasha, reason, cap jaise 40 case, shift jaise 10 se 7, ya weekly off.
error-agent-never-works = { $name } ke paas kaam ka koi din nahi bachega.
error-agent-works-anyway = { $name } kaam karte hi hain; din sirf chhutti ke liye bolo.
error-agent-works-already = { $name } parcel le hi rahe hain.
error-agent-is-off-already = { $name } pehle se nahi hain.
error-agent-leave-past = Ye din nikal gaye. Aaj se aage ke din bolo.
error-agent-leave-long = Chhutti zyada se zyada { $days } din ki ho sakti hai.
