# Slack: home tab, forms aur jawab.
slack-edit = Badlein…
slack-open-one = Ek kholein…
slack-open = Kholein
slack-form-title = Request badlein
slack-form-send = Phir se poochein
slack-form-close = Rehne dein
slack-form-nothing = Is request mein yahan badalne layak kuch nahi hai. Ise mana karein aur batayein ki iski jagah kya chahiye.
slack-form-gone = Yeh request ab baaki nahi hai. Is par faisla ho chuka hai, ya nayi request aa gayi hai.
slack-form-wrong = Yeh yahan nahi chalega. Please theek karein.
slack-form-yes = Haan
slack-form-no = Nahi
slack-form-says = Badla gaya: { $title }
slack-home-title = Aapke undelivered parcel
slack-home-hello = Namaste { $name }. { $at } tak.
slack-home-stranger = Namaste! Main aapko yahan abhi nahi pehchanta. Web chat mein Settings kholein aur wahan mila code mujhe direct message mein bhejein.
slack-home-all = Saare khule parcel, kyunki abhi koi aapke naam par nahi hai.
slack-command-ndr = Undelivered parcel dikhao { $text }
slack-command-ndr-all = Undelivered parcel dikhao
slack-command-order = Order { $text } dikhao
slack-command-report = Report: { $text }
slack-command-report-all = Business summary
slack-hand-over = { $name } kisi insaan se baat karna chahte hain.
slack-hand-over-why = Unhe chahiye: { $reason }
slack-hand-over-last = Unhone aakhir mein likha: { $text }
slack-hand-over-how = Jo ise sambhale, woh isi thread mein jawab de: uska likha { $name } tak usi ke naam se pahunchega. Jo mujhe mention karke likha jaye, woh mujh tak hi rahega.
slack-hand-over-take = Sambhalein
slack-hand-over-take-says = { $name } ki baatcheet sambhalo
slack-hand-over-show = Dikhayein
slack-hand-over-show-says = { $name } ki baatcheet kholo
slack-hand-over-close = Band karein
slack-hand-over-close-says = { $name } ki baatcheet band karo
slack-hand-over-stands = { $status ->
    [taken] Ab { $by } { $name } ko jawab de rahe hain.
    [closed] Band: { $name } ko phir se assistant jawab dega.
   *[open] { $name } ko abhi koi jawab nahi de raha.
}
slack-hand-over-wrote = { $name }: { $text }
slack-hand-over-sent-file = { $name } ne ek file bheji.
slack-nobody-asked = Yeh channel ke ek insaan ke liye hai, aur pata nahi kiske liye.
slack-refused = Slack ise nahi leta ({ $code }).
slack-refused-channel_not_found = Aisa koi channel nahi hai, ya assistant usmein nahi hai. Use wahan bulayein.
slack-refused-not_in_channel = Assistant us channel mein nahi hai. Use wahan bulayein.
slack-refused-is_archived = Woh channel archive ho chuka hai.
slack-refused-user_not_found = Is Slack mein ab woh insaan nahi hai.
slack-refused-user_disabled = Us insaan ka Slack account band hai.
slack-refused-msg_too_long = Slack ko yeh message bahut lamba lagta hai.
slack-refused-invalid_blocks = Slack samajh nahi paya ki yeh message kaise dikhaye. Please humein batayein.
slack-refused-restricted_action = Workspace assistant ko wahan likhne nahi deta.
slack-refused-cannot_dm_bot = Woh address kisi app ka hai, insaan ka nahi.
slack-refused-message_not_found = Woh message Slack mein delete ho gaya.
slack-refused-file_not_found = File ab wahan nahi hai.
error-slack-settings = Slack ko { $missing } bhi chahiye.
