# What goes out on messengers.
error-delivery-not-found = No delivery { $number } was given up. "superecom deliveries" lists those that were.
