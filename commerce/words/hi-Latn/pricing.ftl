price-says = { $title }: hamara daam { $price }, MRP { $mrp }. { $rivals ->
    [0] Kisi competitor ka daam pata nahi.
   *[other] Bahar sabse sasta: { $rival }, { $theirs } ({ $side ->
        [below] humse kam
        [above] humse zyada
       *[same] barabar
    }; { $days ->
        [0] aaj dekha
       *[other] { $days } din pehle dekha
    }).{ $stale ->
        [0] { "" }
       *[other] { " " }{ $rivals } mein se { $stale } daam purane hain, badal gaye ho sakte hain.
    }
}
price-several = { $title } ({ $variants } variant): { $compared } ke competitor daam pata hain; unmein se { $dearer } mein koi humse sasta hai.
price-amount = { $amount }
price-ours = Hamara daam
price-mrp = MRP
price-title = { $title } ({ $sku })
price-column-who = Kaun
price-column-price = Daam
price-column-apart = Hamare mukable
price-column-seen = Kab dekha
price-apart = { $side ->
    [below] { $percent }% kam
    [above] { $percent }% zyada
   *[same] barabar
}
price-age = { $days ->
    [0] aaj
   *[other] { $days } din pehle
}
price-note = { $rivals ->
    [0] Iska kisi competitor ka daam pata nahi.
   *[other] Har competitor ka sabse naya dekha daam. { $stale_days } din se purana badal gaya ho sakta hai.
}
