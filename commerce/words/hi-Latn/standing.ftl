standing-list-found = { $count ->
    [0] { $kind }: abhi koi nahi.
   *[other] { $kind }: { $count } customer, kul { $spent } ka rakha. { $sort } mein pehle: { $first }.
}
standing-list-note = { $count } mein se { $shown }. Sirf delivered orders par.
standing-sort-spent = paise
standing-sort-orders = orders
standing-sort-recent = latest order
standing-sort-returns = mana kiye parcel
standing-sort-lifetime_value = agle 12 mahine ki kamai
standing-sort-churn = door rehne ka chance
standing-column-segment = Segment
standing-column-delivered = Delivered
standing-column-last = Aakhri order
standing-column-away = Door reh sakte hain
standing-title = Customer ka haal
standing-silence = { $gap ->
    [0] Aakhri delivered order { $days } din pehle
   *[other] Aakhri delivered order { $days } din pehle; aam taur par har { $gap } din mein
}{ $write ->
    [yes] { "" } · abhi likhna theek rahega
   *[no] { "" }
}
standing-fifths = R{ $r } F{ $f } M{ $m }
standing-orders = { $low } se { $high } orders
standing-metric-health = Sehat, 100 mein
standing-metric-segment = Segment
standing-metric-away = Door reh sakte hain
standing-metric-worth = Agle 12 mahine mein
standing-metric-next = Agla order kab tak
standing-meaning-health = 50, aur kitne haal mein, kitni baar, kitne ka kharida aur kitna wapas aaya uske points.
standing-meaning-segment = Is shop ke customers ke paanchve hisse: kab, kitni baar, kitne ka; sirf delivered orders par; 5 sabse accha.
standing-meaning-away = { $days } din mein koi delivered order na hone ka chance.
standing-meaning-worth = Jitne delivered orders ki ummeed hai, aaj ke paise mein; paanch mein se chaar baar orders itne ke beech.
standing-meaning-next = Tab tak aise aadhe customer phir order kar chuke honge; – jahan aadhe kabhi nahi karenge.
standing-health-chart = Sehat kis se bani
standing-why = Kyun door reh sakte hain
standing-average = Customers ka average: { $share }
standing-part = { $points } · { $what }
standing-rest = baaki sab
standing-sum = Ye customer: { $share }
standing-if-bought = Aaj ek order ho to ye { $now } se { $then } ho jaayega.

reason-health-recency = kitne haal mein kharida: 5 mein { $value }
reason-health-frequency = kitni baar kharida: 5 mein { $value }
reason-health-money = kitne ka kharida: 5 mein { $value }
reason-health-came-back = { $seen } mein se { $value } order wapas aaye
reason-silence_days = aakhri order ko { $value } din hue
reason-silence_gaps = { $known ->
    [no] ek hi baar kharida, aam gap pata nahi
   *[yes] apne aam gap se { $value } guna chup
}
reason-purchases = { $value } delivered orders
reason-lately = unme se { $value } pichhle 90 din mein
reason-known_days = { $value } din se customer
reason-mean_value = har order ₹{ $value }
reason-parcels_refused = { $value } parcel mana kiye

standing-kind-champions = Champions
standing-meaning-champions = Haal mein, baar baar aur zyada kharida.
standing-kind-loyal = Loyal
standing-meaning-loyal = Baar baar aur zyada kharidte hain.
standing-kind-potential_loyalist = Loyal ban sakte hain
standing-meaning-potential_loyalist = Haal mein kharida, ek se zyada baar.
standing-kind-newcomer = Naye customer
standing-meaning-newcomer = Haal mein pehli baar kharida.
standing-kind-promising = Honhaar
standing-meaning-promising = Thode din pehle, ek baar aur kam kharida.
standing-kind-need_attention = Dhyan chahiye
standing-meaning-need_attention = Sab mein beech ke, aur chup ho rahe hain.
standing-kind-about_to_sleep = Sone wale hain
standing-meaning-about_to_sleep = Kam kharida, kuch samay pehle.
standing-kind-at_risk = Khatre mein
standing-meaning-at_risk = Pehle baar baar kharidte the, ab kaafi din se nahi.
standing-kind-cant_lose = Inhe khona nahi
standing-meaning-cant_lose = Kabhi sabse acche the, ab lambe samay se chup.
standing-kind-hibernating = Soye hue
standing-meaning-hibernating = Kam kharida, bahut pehle.
standing-kind-lost = Kho gaye
standing-meaning-lost = Sabse kam kharida, sabse pehle.
standing-kind-win_back = Wapas lane wale
standing-meaning-win_back = Kam se kam do baar laute, aur ab apne do gap aur 30 din se chup hain.

buyer-kind-vip = { customer-segment-vip }
buyer-kind-new = { customer-segment-new }
buyer-kind-repeat = { customer-segment-repeat }
buyer-kind-one_time = { customer-segment-one_time }
buyer-kind-lapsed = { customer-segment-lapsed }
buyer-kind-frequent_returners = { customer-segment-frequent_returners }
buyer-kind-champions = { standing-kind-champions }
buyer-kind-loyal = { standing-kind-loyal }
buyer-kind-potential_loyalist = { standing-kind-potential_loyalist }
buyer-kind-newcomer = { standing-kind-newcomer }
buyer-kind-promising = { standing-kind-promising }
buyer-kind-need_attention = { standing-kind-need_attention }
buyer-kind-about_to_sleep = { standing-kind-about_to_sleep }
buyer-kind-at_risk = { standing-kind-at_risk }
buyer-kind-cant_lose = { standing-kind-cant_lose }
buyer-kind-hibernating = { standing-kind-hibernating }
buyer-kind-lost = { standing-kind-lost }
buyer-kind-win_back = { standing-kind-win_back }
buyer-sort-spent = { customer-sort-spent }
buyer-sort-orders = { customer-sort-orders }
buyer-sort-recent = { customer-sort-recent }
buyer-sort-returns = { customer-sort-returns }
buyer-sort-lifetime_value = { standing-sort-lifetime_value }
buyer-sort-churn = { standing-sort-churn }
