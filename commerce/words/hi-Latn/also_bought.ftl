# What buyers of the same things bought as well.

also-bought-title = Inhe kya pasand aa sakta hai
also-bought-line = { $product }: { $because } lene wale { $of } mein se { $n } ne ye bhi liya, aam se { $lift } guna
