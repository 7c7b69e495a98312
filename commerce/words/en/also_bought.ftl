# What buyers of the same things bought as well.

also-bought-title = What may suit them
also-bought-line = { $product }: { $n } of { $of } buyers of { $because } bought it too, { $lift } times the usual share

together-says = Buyers of { $product } most often also bought { $also }: { $n } of { $of }, { $lift } times the usual share.
together-few = { $buyers ->
    [0] Nobody has kept { $product } yet
    [one] Only one customer has kept { $product } so far
   *[other] Only { $buyers } customers have kept { $product } so far
}; from { $needed } buyers of both on I say what goes with it.
together-none = Nothing stands out: what the { $buyers } buyers of { $product } also bought, everybody buys as often.
together-title = Bought with { $product }
together-column-product = Product
together-column-buyers = Buyers of both
together-column-share = Share
together-column-between = Between
together-column-lift = Usual share ×
together-of = { $n } of { $of }
together-span = { $low } to { $high }
together-times = { $lift }×
together-says-next = What goes with { $product }?
together-note = Delivered orders of { $buyers } buyers, the latest 10,000 orders at most. Pairs of fewer than { $needed } buyers, and those that chance explains, are left out.
