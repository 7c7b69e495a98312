# Why a score is what it is: steps that add up.

why-points = Jodta hai
why-rest = Baaki sab
why-part = { $what }: { $by }
why-told = { $start }: { $low }. { $parts ->
    [none] Koi khaas wajah nahi hai.
   *[other] { $parts }.
} { $end }: { $high }.
why-average = Average
why-this-order = Ye order
why-next-attempt = Agla attempt
why-usual-customer = Beech ka customer
why-health = Health
why-price-now = Kuch na badle to
why-price-then = 30 din mein fayda
