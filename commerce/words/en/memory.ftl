memory-title = What I know about you
memory-shown = { $count ->
    [0] I know nothing about you yet. Ask for something, then say “call this my morning report”, or “my default warehouse is Bhiwandi”.
    [one] I know one thing about you.
   *[other] I know { $count } things about you.
}
memory-column-what = What
memory-column-value = What it is
memory-column-when = Since
memory-column-from = Learnt from
memory-note = I keep only what you ask me to. Language, channel and hours are counted from your own messages of the last { $days } days.
memory-at = { $at }
memory-always = counted each time
memory-counted = { $count } of your messages
memory-said = “{ $words }”
memory-by-you = you chose it
memory-shortcut = “{ $name }”: { $request }
memory-warehouse = { $name } ({ $code })
memory-known = Known about you
memory-count = { $count ->
    [0] nothing
    [one] one thing
   *[other] { $count } things
}
memory-remembered-shortcut = Saved. Say “{ $name }” and I do this again: { $request }
memory-remembered-report = Saved. Say “my report” and I show this again: { $request }
memory-remembered-warehouse = Saved. Where you name no warehouse, I take { $warehouse } ({ $code }) and say so.
memory-remembered-hours = Saved. You work { $hours }.
memory-forget = Forget { $what }
memory-forget-all = Forget everything
memory-forget-title = Forget: { $what }
memory-forgotten = { $count ->
    [one] Forgotten: { $what }.
   *[other] Forgotten: { $what }, { $count } things.
}
memory-took-warehouse = I took { $code }, your default warehouse.
memory-took-hours = I took { $at }, when your working hours begin.
memory-everywhere = In all warehouses
memory-everywhere-says = Stock of { $product } in all warehouses
memory-language-en = English
memory-language-hi = Hindi
memory-language-hi-Latn = Hinglish
memory-language-ar = Arabic
memory-language-id = Indonesian
memory-channel-web = web chat
memory-channel-terminal = terminal
memory-channel-whatsapp = WhatsApp
memory-channel-sms = SMS
memory-channel-slack = Slack
memory-channel-telegram = Telegram
memory-channel-email = e-mail
remembered-language = Language
remembered-channel = Usual channel
remembered-hours = Working hours
remembered-warehouse = Default warehouse
remembered-report = Default report
remembered-shortcut = Shortcut
remembered-everything = Everything
memorable-shortcut = Shortcut
memorable-report = Default report
memorable-warehouse = Default warehouse
memorable-hours = Working hours
form-hours = Hours, such as 10:00-19:00
form-request = What it stands for
error-memory-name = A name has letters, and at most { $most } of them. Put it in quotes: call this “morning report”.
error-memory-what = What shall I remember? Say “call this my morning report” after an answer, “my default warehouse is Bhiwandi”, “I work from 10 to 7”, or “make this my default report”.
error-memory-many = You have { $most } shortcuts, as many as there may be. Forget one first.
error-memory-nothing-asked = Nothing was asked for here yet. Ask first, then say what I shall call it.
error-memory-forget-what = What shall I forget? Say “forget my default warehouse”, the name of a shortcut, or “forget everything about me”.
error-memory-not-known = { $count ->
    [0] I know nothing like that about you, so there is nothing to forget.
   *[other] I know nothing like that about you. Your shortcuts: { $names }.
}
audit-action-remember = remember
audit-action-undo_remember = undo remember
audit-action-forget = forget
web-place-memory = What I know about you
web-place-memory-line = What you asked to be remembered, since when and from which message. Yours alone; forget any of it here.
web-act-remember = Remember something about me
web-act-forget = Forget something about me
web-act-undoable = This is done at once; the chat offers to undo it.
web-places-you = You
