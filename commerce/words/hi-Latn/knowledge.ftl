# What the documents say, and the shop's own documents.

knowledge-says = { $text } [1]
    (Source: { $source })
knowledge-with-source = { $text } (Kahan se: { $source })
knowledge-nothing = Documents me iska jawab nahi mila. Doosre shabdon me poochein, ya aisa document jodein jisme ye likha ho.
knowledge-list = { $count ->
    [0] Is dukaan ne abhi koi document nahi joda. Chat me file daalkar likhein "ise hamari knowledge me jodo".
    [one] Ek document joda gaya hai.
   *[other] { $count } documents jode gaye hain.
}
knowledge-title = Hamare documents
knowledge-field-title = Naam
knowledge-field-readers = Kisko batayein
knowledge-field-passages = Hisse
knowledge-field-added = Kab joda
knowledge-field-by = Kisne
knowledge-day = { $at }
knowledge-for-customers = Customers ko bhi
knowledge-for-staff = Hamari team
knowledge-none = Nahi
knowledge-remove = Hatao
knowledge-remove-says = { $title } ko knowledge se hatao
knowledge-add-title = "{ $title }" ko knowledge me jodein
knowledge-added = "{ $title }" ab knowledge me hai, { $count ->
    [one] ek hissa
   *[other] { $count } hisse
}.
knowledge-remove-title = "{ $title }" ko knowledge se hatayein
knowledge-removed = "{ $title }" ab knowledge me nahi hai.
error-knowledge-empty = { $name } me padhne layak shabd nahi mile. Text, Markdown, Word, ya bina scan wala PDF bhejein.
error-knowledge-too-long = Isme { $count } hisse hain; ek document me { $most } tak ho sakte hain. Tukdon me bhejein.
error-knowledge-full = Aapke documents me milakar { $most } se zyada hisse hain. Pehle koi hatayein.
error-knowledge-there = Ye file pehle se knowledge me hai, "{ $title }" naam se.
error-knowledge-not-found = "{ $name }" naam ka koi document nahi hai. "hamari knowledge dikhao" likhein.
error-knowledge-several = "{ $name }" jaise kai documents hain. Poora naam likhein.
error-knowledge-moved-on = "{ $title }" iske baad badal chuka hai.
error-knowledge-too-big = Document { $most } MB tak ka ho sakta hai. Chhota bhejein.
error-knowledge-letters = Document me { $most } akshar tak ho sakte hain. Tukdon me bhejein.
error-knowledge-pages = PDF { $most } page tak ka ho sakta hai. Tukdon me bhejein.
error-knowledge-kind = Main Markdown, text, PDF, Word, HTML aur sawaal-jawab ki CSV padhta hoon.
error-knowledge-locked = Ye PDF lock hai. Bina password ke bhejein.
error-knowledge-broken = Ye file kharab hai. Phir se save karke bhejein.
error-knowledge-columns = CSV me question aur answer ke column chahiye.
form-title = Naam
form-document = Document
form-question = Sawaal
form-for-customers = Customers ko bhi batayein
web-place-knowledge = Documents
web-place-knowledge-line = Poochhiye ki documents mein kya likha hai, ya poora padhiye: courier, COD, GST aur messages kaise chalte hain, aur aapki dukaan ne kya joda.
web-papers = Saare documents
web-paper-about = { $whose ->
    [shop] Aapki dukaan ka
   *[product] Product ke saath aaya
} · { $count ->
    [one] ek hissa
   *[other] { $count } hisse
}
web-paper-quoted = yahi bataya gaya
web-paper-source = Kahan se: { $source }
web-ui-source = Source
web-ui-source-open = Document mein padhein
error-knowledge-gone = Woh document ab nahi hai. Jo hain, woh Documents wale page par hain.
