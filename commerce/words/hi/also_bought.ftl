# What buyers of the same things bought as well.

also-bought-title = इन्हें क्या पसंद आ सकता है
also-bought-line = { $product }: { $because } लेने वाले { $of } में से { $n } ने यह भी लिया, आम से { $lift } गुना

together-says = { $product } लेने वालों ने सबसे ज़्यादा { $also } भी लिया: { $of } में से { $n } ने, आम से { $lift } गुना।
together-few = { $buyers ->
    [0] { $product } अभी तक किसी ने नहीं रखा
   *[other] { $product } अभी तक सिर्फ़ { $buyers } ग्राहकों ने रखा
}; दोनों के { $needed } ख़रीदार हों, तब बताता हूँ कि साथ में क्या बिकता है।
together-none = कुछ ख़ास नहीं दिखता: { $product } के { $buyers } ख़रीदारों ने जो और लिया, वह सब उतना ही लेते हैं।
together-title = { $product } के साथ लिया गया
together-column-product = प्रोडक्ट
together-column-buyers = दोनों के ख़रीदार
together-column-share = हिस्सा
together-column-between = इसके बीच
together-column-lift = आम से गुना
together-of = { $of } में से { $n }
together-span = { $low } से { $high }
together-times = { $lift }×
together-says-next = { $product } के साथ क्या बिकता है?
together-note = { $buyers } ख़रीदारों के डिलीवर हुए ऑर्डर, सबसे नए 10,000 तक। { $needed } से कम ख़रीदारों वाली और संयोग से बनी जोड़ियाँ छोड़ दी गई हैं।
