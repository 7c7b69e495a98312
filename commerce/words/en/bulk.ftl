bulk-orders = { $count ->
    [one] 1 order
   *[other] { $count } orders
}
bulk-parcels = { $count ->
    [one] 1 parcel
   *[other] { $count } parcels
}
bulk-more = and more
bulk-more-rows = { $count ->
    [one] 1 more
   *[other] { $count } more
}
bulk-left-label = Left as they are
bulk-left = { $count } { $why }{ $subjects ->
    [none] { "" }
   *[other] { $more ->
        [0] { " " }({ $subjects })
       *[other] { " " }({ $subjects } and { $more } more)
    }
}
bulk-left-says = Left as they are: { $why }.
bulk-warning = { $subject }: { $warning }
bulk-more-warnings = { $count ->
    [one] 1 more warning of this kind.
   *[other] { $count } more warnings of this kind.
}
bulk-undone-in-part = Taken back: { $done }. { $left } could not be: { $why }.
why-other = cannot be changed
why-bulk-moved = changed meanwhile
error-bulk-too-many = { $count } fit, and one request may change { $most } at the most. Narrow it down: a shorter period, one channel, one place, or an amount. Nothing was changed.
error-bulk-none = Nothing can be changed here. { $count } fit, but: { $why }.
error-bulk-undo-none = None of these can be taken back any more: { $why }.
error-bulk-moved = This changed after it was shown.
