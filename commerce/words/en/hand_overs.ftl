hand-over-title = A person is wanted
hand-over-found = { $count ->
    [0] { $queue ->
        [closed] No conversation was closed.
        [mine] You have taken over no conversation.
       *[other] Nobody waits for a person.
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
hand-over-show = Show closed conversations
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
