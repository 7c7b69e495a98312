# Why a score is what it is: steps that add up.

why-points = जोड़ता है
why-rest = बाकी सब
why-part = { $what }: { $by }
why-told = { $start }: { $low }। { $parts ->
    [none] कोई ख़ास वजह नहीं है।
   *[other] { $parts }।
} { $end }: { $high }।
why-average = औसत
why-this-order = यह ऑर्डर
why-next-attempt = अगली कोशिश
why-usual-customer = बीच का ग्राहक
why-health = सेहत
why-price-now = कुछ न बदले तो
why-price-then = 30 दिन में फ़ायदा
