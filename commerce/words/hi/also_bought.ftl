# What buyers of the same things bought as well.

also-bought-title = इन्हें क्या पसंद आ सकता है
also-bought-line = { $product }: { $because } लेने वाले { $of } में से { $n } ने यह भी लिया, आम से { $lift } गुना
