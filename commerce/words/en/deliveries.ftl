# What goes out on messengers.
error-delivery-not-found = No delivery { $number } was given up. "superecom deliveries" lists those that were.
deliveries-given-up = Given up
deliveries-waiting = Waiting
deliveries-none = Nothing was ever brought to a messenger from here.
deliveries-again = { $count ->
    [0] Nothing was given up.
    [one] One is tried again. The server brings it within seconds.
   *[other] { $count } are tried again. The server brings them within seconds.
}
deliveries-column-number = Number
deliveries-column-channel = Channel
deliveries-column-to = To
deliveries-column-says = Says
deliveries-column-tries = Tries
deliveries-column-next = Next try
deliveries-column-why = What went wrong
