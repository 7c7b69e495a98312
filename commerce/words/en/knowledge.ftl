# What the documents say, and the shop's own documents.

knowledge-says = { $text } [1]
    (Source: { $source })
knowledge-with-source = { $text } (From: { $source })
knowledge-nothing = I found nothing in the documents that answers this. Ask it in other words, or add a document that says it.
knowledge-list = { $count ->
    [0] This shop has added no documents yet. Drop a file into the chat and say "add this to our knowledge".
    [one] One document was added.
   *[other] { $count } documents were added.
}
knowledge-title = Our documents
knowledge-field-title = Title
knowledge-field-readers = Who is told
knowledge-field-passages = Passages
knowledge-field-added = Added
knowledge-field-by = By
knowledge-day = { $at }
knowledge-for-customers = Customers too
knowledge-for-staff = Our team
knowledge-none = None
knowledge-remove = Remove
knowledge-remove-says = Remove { $title } from our knowledge
knowledge-add-title = Add "{ $title }" to our knowledge
knowledge-added = "{ $title }" is in our knowledge now, { $count ->
    [one] one passage
   *[other] { $count } passages
}.
knowledge-remove-title = Remove "{ $title }" from our knowledge
knowledge-removed = "{ $title }" is no longer in our knowledge.
error-knowledge-empty = I can read no words in { $name }. Send it as text, Markdown, Word, or a PDF that is not scanned.
error-knowledge-too-long = That is { $count } passages; one document may have { $most }. Send it in parts.
error-knowledge-full = Your documents have more than { $most } passages together. Remove one first.
error-knowledge-there = That file is in your knowledge already, as "{ $title }".
error-knowledge-not-found = There is no document called "{ $name }". Say "list our knowledge" to see them.
error-knowledge-several = Several documents fit "{ $name }". Say the whole title.
error-knowledge-moved-on = "{ $title }" has been changed since.
error-knowledge-too-big = A document may have { $most } MB. Send a smaller one.
error-knowledge-letters = A document may have { $most } letters. Send it in parts.
error-knowledge-pages = A PDF may have { $most } pages. Send it in parts.
error-knowledge-kind = I read Markdown, text, PDF, Word, HTML, and CSV of questions and answers.
error-knowledge-locked = This PDF is locked. Send it without a password.
error-knowledge-broken = This file is damaged. Save it anew and send it again.
error-knowledge-columns = A CSV needs the columns question and answer.
form-title = Title
form-document = Document
form-question = Question
form-for-customers = Customers may be told
web-place-knowledge = Documents
web-place-knowledge-line = Ask what the documents say, or read them whole: how couriers, COD, GST and messages work, and what your shop added.
web-papers = All documents
web-paper-about = { $whose ->
    [shop] Your shop's
   *[product] Comes with the product
} · { $count ->
    [one] one passage
   *[other] { $count } passages
}
web-paper-quoted = quoted
web-paper-source = From: { $source }
web-ui-source = Source
web-ui-source-open = Read it in the document
error-knowledge-gone = That document is not there any more. The page Documents lists those that are.
