hand-over-title = Insaan se baat chahte hain
hand-over-found = { $count ->
    [0] { $queue ->
        [closed] Koi baatcheet band nahi hui.
        [mine] Aapne koi baatcheet nahi li hai.
       *[other] Kisi ko insaan ka intezaar nahi. Jo chat mein insaan maangega, woh yahan dikhega.
    }
   *[other] { $count } baatcheet.
}
hand-over-column-name = Kaun
hand-over-column-reason = Kyun
hand-over-column-since = Kab se
hand-over-column-status = Kiske paas
hand-over-since = { $at }
hand-over-status = { $status ->
    [open] abhi kisi ke paas nahi
    [taken] { $name }
   *[closed] band
}
hand-over-taken = Ab { $name } ko aap jawab denge, assistant us baatcheet mein chup rahega. Wo chahte hain: { $reason }{ $phone ->
    [none] { "" }
   *[other] { " " }(phone { $phone })
}
hand-over-closed = { $name } ko phir se assistant jawab dega.
hand-over-choice = { $name }: { $reason }
hand-over-button-take-over = Main lunga
hand-over-button-take-over-says = { $name } ki baatcheet mujhe do
hand-over-button-close-hand-over = Band karein
hand-over-button-close-hand-over-says = { $name } ki baatcheet band karo
hand-over-with-you = Dukaan se koi insaan ise dekh raha hai aur aapko jawab dega. Aap yahan jo likhenge wo un tak pahunchega.
error-hand-over-nobody = Abhi kisi ko insaan ka intezaar nahi.
error-hand-over-which = Kai log intezaar mein hain. Kiski baatcheet?
error-hand-over-not-found = { $name } insaan ka intezaar nahi kar rahe. Kaun kar raha hai ye dekhne ke liye list maangein.
error-hand-over-taken = Ye baatcheet { $name } pehle hi le chuke hain.
error-hand-over-moved-on = Is baatcheet mein tab se kuch ho chuka hai, isliye ye wapas nahi ho sakta.
hand-over-open = Kholein
hand-over-open-says = { $name } ki chat kholein
hand-over-transcript = { $name } se baatcheet
hand-over-column-when = Kab
hand-over-column-by = Kisne
hand-over-column-said = Kya kaha
hand-over-by-assistant = Assistant
hand-over-reason = Chahte hain: { $reason }
hand-over-shown = { $count ->
    [0] { $name } ne abhi kuch nahi likha.
    [one] { $name } se aakhri message.
   *[other] { $name } se aakhri { $count } messages.
}{ $status ->
    [open] { " " }Abhi kisi ne nahi li.
    [taken] { " " }{ $by } jawab de rahe hain.
   *[other] { " " }Yeh band hai.
}
hand-over-answered = { $name } ko bhej diya
hand-over-wrote = { $name } ne likha: { $text }
error-hand-over-closed = Yeh chat band hai, ab ismein assistant jawab deta hai. Pehle iske number se ise apne paas lijiye.
error-hand-over-own-words = Customer ko sirf aapke apne shabd jaate hain. Unhe quotes mein likhiye, jaise: Asha ko jawab do "parcel kal aayega".
hand-over-told = Dukaan se { $name } ne likha: { $text }
