# Why a score is what it is: steps that add up.

why-points = Adds
why-rest = Everything else
why-part = { $what }: { $by }
why-told = { $start }: { $low }. { $parts ->
    [none] Nothing in particular moves it.
   *[other] { $parts }.
} { $end }: { $high }.
why-average = On average
why-this-order = This order
why-next-attempt = The next attempt
why-usual-customer = A customer in the middle
why-health = Health
why-price-now = No change
why-price-then = Gain in 30 days
