# What buyers of the same things bought as well.

also-bought-title = What may suit them
also-bought-line = { $product }: { $n } of { $of } buyers of { $because } bought it too, { $lift } times the usual share
