courier-says = { $couriers ->
    [0] No parcels were sent{ $place ->
        [none] { "" }
       *[other] { " " }to { $place }
    } from { $first } to { $last }.
   *[other] { $sent } parcels{ $place ->
        [none] { "" }
       *[other] { " " }to { $place }
    } sent from { $first } to { $last }; { $most } carried the most ({ $most_sent }).{ $best ->
        [none] { "" }
       *[other] { " " }Fewest came back with { $best } (RTO { $best_rate }), most with { $worst } ({ $worst_rate }).
    }{ $few ->
        [0] { "" }
        [one] { " " }1 courier had fewer than { $limit } parcels: too few to judge.
       *[other] { " " }{ $few } couriers had fewer than { $limit } parcels: too few to judge.
    }
}
courier-number = { $number }
courier-share = { $share } of { $of }
courier-nothing = –
courier-title = Couriers{ $place ->
    [none] { "" }
   *[other] { " " }to { $place }
}, { $first } to { $last }
courier-column-courier = Courier
courier-column-sent = Sent
courier-column-delivered = Delivered
courier-column-first = First attempt
courier-column-ndr = NDR rate
courier-column-rto = RTO rate
courier-column-days = Days to deliver
courier-note = By the day parcels were sent; first attempt and NDR by the day they went out. RTO rate = returns ÷ (delivered + returns). Days to deliver: median from pick-up.{ $few ->
    [none] { "" }
   *[other] { " " }Fewer than { $limit } parcels, so mostly chance: { $few }.
}
courier-button-late = Late parcels
courier-button-late-says = Late parcels of { $courier }
