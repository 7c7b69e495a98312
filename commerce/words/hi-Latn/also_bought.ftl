# What buyers of the same things bought as well.

also-bought-title = Inhe kya pasand aa sakta hai
also-bought-line = { $product }: { $because } lene wale { $of } mein se { $n } ne ye bhi liya, aam se { $lift } guna

together-says = { $product } lene walon ne sabse zyada { $also } bhi liya: { $of } mein se { $n } ne, aam se { $lift } guna.
together-few = { $buyers ->
    [0] { $product } abhi tak kisi ne nahi rakha
   *[other] { $product } abhi tak sirf { $buyers } customers ne rakha
}; dono ke { $needed } buyer hon, tab batata hoon ki saath mein kya bikta hai.
together-none = Kuch khaas nahi dikhta: { $product } ke { $buyers } buyers ne jo aur liya, wo sab utna hi lete hain.
together-title = { $product } ke saath liya gaya
together-column-product = Product
together-column-buyers = Dono ke buyer
together-column-share = Hissa
together-column-between = Iske beech
together-column-lift = Aam se guna
together-of = { $of } mein se { $n }
together-span = { $low } se { $high }
together-times = { $lift }×
together-says-next = { $product } ke saath kya bikta hai?
together-note = { $buyers } buyers ke deliver hue order, sabse naye 10,000 tak. { $needed } se kam buyers wali aur sanyog se bani jodiyan chhod di gayi hain.
