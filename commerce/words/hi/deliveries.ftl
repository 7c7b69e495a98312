# What goes out on messengers.
error-delivery-not-found = Delivery { $number } अटकी हुई नहीं है। "superecom deliveries" सभी अटकी हुई दिखाता है।
