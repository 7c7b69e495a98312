bulk-orders = { $count } order
bulk-parcels = { $count } parcel
bulk-more = aur
bulk-more-rows = { $count } aur
bulk-left-label = Jaise hain waise rahenge
bulk-left = { $count } { $why }{ $subjects ->
    [none] { "" }
   *[other] { $more ->
        [0] { " " }({ $subjects })
       *[other] { " " }({ $subjects } aur { $more } aur)
    }
}
bulk-left-says = Jaise the waise hain: { $why }.
bulk-warning = { $subject }: { $warning }
bulk-more-warnings = Aisi { $count } chetavni aur hain.
bulk-undone-in-part = { $done } wapas ho gaye. { $left } wapas nahi ho sake: { $why }.
why-other = badle nahi ja sakte
why-bulk-moved = beech mein badal gaye
error-bulk-too-many = { $count } milte hain, par ek baar mein zyada se zyada { $most } badal sakte hain. Thoda chhota karein: kam din, ek channel, ek jagah, ya rakam. Kuch nahi badla gaya.
error-bulk-none = Yahan kuch badla nahi ja sakta. { $count } milte hain, par: { $why }.
error-bulk-undo-none = Inmein se ab koi wapas nahi ho sakta: { $why }.
error-bulk-moved = Dikhane ke baad yeh badal gaya.
