# What goes out on messengers.
error-delivery-not-found = Delivery { $number } atki hui nahi hai. "superecom deliveries" sab atki hui dikhata hai.
deliveries-given-up = Atki hui
deliveries-waiting = Intezaar mein
deliveries-none = Yahan se messenger par ab tak kuch nahi bheja gaya.
deliveries-again = { $count ->
    [0] Kuch atka hua nahi tha.
    [one] Ek phir se bheji ja rahi hai. Server kuch second mein bhej dega.
   *[other] { $count } phir se bheji ja rahi hain. Server kuch second mein bhej dega.
}
deliveries-column-number = Number
deliveries-column-channel = Channel
deliveries-column-to = Kise
deliveries-column-says = Kya likha hai
deliveries-column-tries = Koshishein
deliveries-column-next = Agli koshish
deliveries-column-why = Kya gadbad hui
