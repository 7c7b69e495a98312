proof-title = Delivery ka saboot: parcel { $awb }
proof-made = { $shop } ({ $by }) ne { $at } ko banaya
proof-key = Is key se sign kiya: { $fingerprint }
proof-heading-case = Case
proof-heading-attempts = Courier apne attempts ke baare mein kya kehta hai
proof-heading-story = Sab kuch, time ke hisaab se
proof-heading-seal = Is file ko kaise check karein
proof-story-note = Time { $zone } ka hai, neeche UTC. Scan par courier ka apna time hai, aur hamein kab pata chala. Chhote number us entry aur usse pehle sab ka digest hain.
proof-line-order = Order
proof-line-items = Saamaan
proof-line-total = Total
proof-line-customer = Customer
proof-line-contact = Contact
proof-line-address = Delivery ka address
proof-line-courier = Courier
proof-line-opened = Pehli baar fail
proof-line-status = Status
proof-line-signs = Aakhri attempt ke khilaaf
proof-line-digest = Content ka digest
proof-line-key = Key ka fingerprint
proof-order = { $order }, { $at } ko aaya
proof-total = { $total }, { $method }
proof-attempt-number = Attempt { $number }
proof-attempt = { $reason } · courier ka code: { $code } · uske shabd: { $text }
proof-scan = { $who }: { $what }{ $place ->
    [none] { "" }
   *[other] , { $place }
}
proof-from-customer = { $who } ne likha ({ $channel })
proof-to-customer = { $who ->
    [none] Dukaan ke assistant ne likha
   *[other] Dukaan se { $who } ne likha
} ({ $channel })
proof-call = { $who ->
    [none] Call
   *[other] { $who } ne call kiya
}{ $outcome ->
    [none] { "" }
   *[other] : customer { $outcome }
}
proof-action = { $who ->
    [none] Dukaan
   *[other] { $who }
}: { $what }
proof-at-heard = Hamein pata chala: { $at }
proof-at-sent = Bheja: { $at }
proof-at-delivered = Phone par pahuncha: { $at }
proof-at-read = Padha: { $at }
proof-transcribed = Bola gaya; machine ne likha
proof-with-pressed = Button dabaya: { $value }
proof-with-code = Code: { $value }
proof-with-status = Haal: { $value }
proof-with-ids = Carrier ke paas is naam se: { $value }
proof-seal = { $count } entries, ek doosre se judi hui: har digest pichhle digest aur us entry ka SHA-256 hai, poora content isi PDF mein content.json mein hai. File ki aakhri line usse pehle ke har byte par Ed25519 signature hai; “superecom verify FILE” dono check karta hai. Pakka karna ho to dukaan se uski key ka fingerprint poochh lein.
proof-footer = Parcel { $awb } · { $digest } · { $page } / { $pages }
proof-packed = { $awb } ka proof pack taiyaar hai: { $entries } entries, key { $fingerprint } se sign kiya.
proof-file-title = { $awb } ka proof pack
proof-file-note = { $entries } entries, signed
proof-written = { $name }: { $entries } entries, key { $fingerprint } se sign kiya
proof-verified = { $name } waisi hi hai jaisi sign hui thi, key { $fingerprint } se, jo { $shop } ki hai.
proof-verified-unknown = { $name } waisi hi hai jaisi sign hui thi, par key { $fingerprint } se, jo yahan kisi ki nahi hai. Dukaan se uski key ka fingerprint poochh kar --key se batayein.
proof-verified-named = { $name } waisi hi hai jaisi sign hui thi, aapki batayi key { $fingerprint } se.
proof-broken = { $name } waisi nahi hai jaisi sign hui thi: file aur signature mel nahi khate.
proof-unsigned = { $name } ke ant mein signature nahi hai.
ndr-button-proof = Proof pack
ndr-button-proof-says = Parcel { $awb } ka proof pack banao
error-proof-no-key = Yahan kuch sign nahi ho sakta, koi key nahi rakhi hai.
error-proof-language = Yeh bhasha nahi hai. Yeh hain: { $languages }.
proof-outcome = Customer { $outcome }
proof-not-drawn = [{ $script } lipi: content.json dekhein]
