hand-over-title = A person is wanted
hand-over-found = { $count ->
    [0] { $queue ->
        [closed] No conversation was closed.
        [mine] You have taken over no conversation.
       *[other] Nobody waits for a person. Whoever asks for one in a chat is listed here.
    }
    [one] 1 conversation.
   *[other] { $count } conversations.
}
hand-over-column-name = Who
hand-over-column-reason = Why
hand-over-column-since = Since
hand-over-column-status = With
hand-over-since = { $at }
hand-over-status = { $status ->
    [open] nobody yet
    [taken] { $name }
   *[closed] closed
}
hand-over-taken = You answer { $name } now, and the assistant keeps quiet in that conversation. They want: { $reason }{ $phone ->
    [none] { "" }
   *[other] { " " }(phone { $phone })
}
hand-over-closed = The assistant answers { $name } again.
hand-over-choice = { $name }: { $reason }
hand-over-button-take-over = Take over
hand-over-button-take-over-says = Take over the conversation of { $name }
hand-over-button-close-hand-over = Close
hand-over-button-close-hand-over-says = Close the conversation of { $name }
hand-over-with-you = A person of the shop is looking after this and will get back to you. What you write here reaches them.
error-hand-over-nobody = Nobody waits for a person now.
error-hand-over-which = Several wait. Whose conversation?
error-hand-over-not-found = { $name } does not wait for a person. List the conversations to see who does.
error-hand-over-taken = { $name } has taken this conversation over already.
error-hand-over-moved-on = Somebody has done something about this conversation since, so this cannot be undone.
hand-over-open = Open
hand-over-open-says = Open the conversation of { $name }
hand-over-transcript = Conversation with { $name }
hand-over-column-when = When
hand-over-column-by = Who
hand-over-column-said = Said
hand-over-by-assistant = Assistant
hand-over-reason = They want: { $reason }
hand-over-shown = { $count ->
    [0] { $name } has written nothing yet.
    [one] The last message with { $name }.
   *[other] The last { $count } messages with { $name }.
}{ $status ->
    [open] { " " }Nobody has taken it yet.
    [taken] { " " }{ $by } answers.
   *[other] { " " }It is closed.
}
hand-over-answered = Sent to { $name }
hand-over-wrote = { $name } wrote: { $text }
error-hand-over-closed = This conversation is closed, and the assistant answers in it again. Take it over first, by its number.
error-hand-over-own-words = Only your own words go to a customer. Write them in quotes, such as: answer Asha "your parcel comes tomorrow".
hand-over-told = { $name } of the shop wrote: { $text }
