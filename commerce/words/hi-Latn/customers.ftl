customer-says = { $name }: { $orders ->
    [0] abhi koi order nahi.
   *[other] { $orders } order, { $spent } ki kharidari ({ $cod } COD, { $prepaid } prepaid).
}{ $ended ->
    [0] { "" }
   *[other] { " " }Poore hue { $ended } mein se { $returned } return aur { $refused } refuse hue.
}{ $last ->
    [none] { "" }
   *[other] { " " }Aakhri order { $last }, { $placed }: { $status }.
}{ $parcels ->
    [0] { "" }
   *[other] { " " }{ $parcels } parcel abhi raste mein.
}
customer-number = { $number }
customer-amount = { $amount }
customer-day = { $day }
customer-of = { $of } mein se { $count }
customer-payment = { $cod } COD, { $prepaid } prepaid
customer-since = { $first ->
    [none] Koi order tika nahi
   *[other] { $first } se
}{ $segments ->
    [none] { "" }
   *[other] { " " }· { $segments }
}
customer-choice = { $name }, { $city } (order { $number })
customer-reached = Contact aur address
customer-best-time = Likhne ka sabse accha time: { $first } se { $end }. { $of ->
    [customer] Din ke inke orders aur messages mein se { $share } tab aate hain (n = { $n }, { $low } se { $high }).
   *[shop] Is shop ke din ke { $share } orders tab aate hain; inke abhi bahut kam hain.
}
customer-orders = Naye order
customer-orders-note = { $count } mein se { $shown }.
customer-parcels = Raste mein parcel
customer-all = Customers

customer-metric-orders = Orders
customer-metric-spent = Kharidari
customer-metric-payment = Payment
customer-metric-returned = Return kiye
customer-metric-refused = Refuse kiye
customer-meaning-orders = Jitne order kiye, chahe jo hua ho.
customer-meaning-spent = Jo na cancel hue na wapas aaye, refund ghata kar.
customer-meaning-payment = Kul order mein se.
customer-meaning-returned = Delivery ke baad wapas bheje, poore hue orders mein se (delivered, return ya refuse).
customer-meaning-refused = RTO hue, poore hue orders mein se (delivered, return ya refuse).

customer-list-found = { $count ->
    [0] Abhi koi { $segment ->
        [vip] VIP customer
        [new] naya customer
        [repeat] repeat customer
        [one_time] ek baar wala customer
        [lapsed] purana khoya customer
        [frequent_returners] baar baar lautane wala customer
       *[none] order karne wala customer
    } nahi hai.
   *[other] { $count } { $segment ->
        [vip] VIP customer
        [new] naye customer
        [repeat] repeat customer
        [one_time] ek baar wale customer
        [lapsed] purane khoye customer
        [frequent_returners] baar baar lautane wale customer
       *[none] customer
    }, kul kharidari { $spent }. { $sort ->
        [spent] Sabse zyada kharidari
        [orders] Sabse zyada order
        [recent] Sabse naya order
       *[returns] Sabse zyada wapas
    }: { $first }.
}
customer-list-note = { $count } mein se { $shown }; pehle { $sort }.
customer-sort-spent = sabse zyada kharidari
customer-sort-orders = sabse zyada order
customer-sort-recent = sabse naya order
customer-sort-returns = sabse zyada wapas
customer-segment-vip = VIP
customer-segment-new = Naya
customer-segment-repeat = Repeat
customer-segment-one_time = Ek baar wala
customer-segment-lapsed = Purana khoya
customer-segment-frequent_returners = Baar baar lautane wala
customer-segment-meaning-vip = VIP: { $bought } ya zyada baar kharida, aakhri baar { $last } din ke andar; cancelled aur wapas aaye order nahi ginte.
customer-segment-meaning-new = Naya: pehla order { $first } din ke andar; cancelled aur wapas aaye order nahi ginte.
customer-segment-meaning-repeat = Repeat: { $bought } ya zyada baar kharida; cancelled aur wapas aaye order nahi ginte.
customer-segment-meaning-one_time = Ek baar wala: ek hi baar kharida; cancelled aur wapas aaye order nahi ginte.
customer-segment-meaning-lapsed = Purana khoya: pehle kharida tha, { $before } din se koi order nahi.
customer-segment-meaning-frequent_returners = Baar baar lautane wala: kam se kam { $back } order return ya refuse, aur poore hue orders ka kam se kam { $percent }%.

customer-column-number = Order
customer-column-status = Status
customer-column-placed = Kab
customer-column-total = Total
customer-column-awb = AWB
customer-column-courier = Courier
customer-column-name = Customer
customer-column-orders = Orders
customer-column-spent = Kharidari
customer-column-came-back = Wapas aaye
customer-column-last = Aakhri order

customer-button-order = Order
customer-button-order-says = Order { $subject } dikhao
customer-button-parcel = Track
customer-button-parcel-says = Parcel { $subject } track karo
customer-button-show = Dikhao
customer-button-show-says = Customer { $subject } dikhao

error-customer-which = { $customer } se { $count } customer milte hain. Kaunsa wala?
