# What goes out on messengers.
error-delivery-not-found = Delivery { $number } अटकी हुई नहीं है। "superecom deliveries" सभी अटकी हुई दिखाता है।
deliveries-given-up = अटकी हुई
deliveries-waiting = इंतज़ार में
deliveries-none = यहाँ से मैसेंजर पर अब तक कुछ नहीं भेजा गया।
deliveries-again = { $count ->
    [0] कुछ अटका हुआ नहीं था।
    [one] एक फिर से भेजी जा रही है। सर्वर कुछ सेकंड में भेज देगा।
   *[other] { $count } फिर से भेजी जा रही हैं। सर्वर कुछ सेकंड में भेज देगा।
}
deliveries-column-number = नंबर
deliveries-column-channel = चैनल
deliveries-column-to = किसे
deliveries-column-says = क्या लिखा है
deliveries-column-tries = कोशिशें
deliveries-column-next = अगली कोशिश
deliveries-column-why = क्या गड़बड़ हुई
