people-handed-over = A person of the shop will answer you here{ $open ->
    [now] { " " }shortly.
   *[later] ; the team is there from { $from } to { $until }, so expect an answer then.
}
people-handed-over-already = A person of the shop has been asked already and will answer you here{ $open ->
    [now] { " " }shortly.
   *[later] ; the team is there from { $from } to { $until }.
}
people-hand-over-no-reason = Asked for a person
error-people-no-conversation = There is no conversation to hand over. Ask for a person from within a chat.
