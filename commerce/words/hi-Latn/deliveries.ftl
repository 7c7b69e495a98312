# What goes out on messengers.
error-delivery-not-found = Delivery { $number } atki hui nahi hai. "superecom deliveries" sab atki hui dikhata hai.
