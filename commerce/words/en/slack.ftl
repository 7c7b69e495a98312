# Slack: its home tab, its forms, and what it answers.
slack-edit = Edit…
slack-open-one = Open one…
slack-open = Open
slack-form-title = Change the request
slack-form-send = Ask again
slack-form-close = Leave it
slack-form-nothing = There is nothing in this request to change here. Decline it, and say what you would like in its place.
slack-form-gone = This request waits no more. It was decided, or a newer one replaced it.
slack-form-wrong = This cannot be used here. Please correct it.
slack-form-yes = Yes
slack-form-no = No
slack-form-says = Changed: { $title }
slack-home-title = Your undelivered parcels
slack-home-hello = Namaste { $name }. As of { $at }.
slack-home-stranger = Namaste! I do not know you here yet. Open Settings in the web chat, and send me the code you get there as a direct message.
slack-home-all = All open ones, as none is yours now.
slack-command-ndr = Show undelivered parcels { $text }
slack-command-ndr-all = Show undelivered parcels
slack-command-order = Show order { $text }
slack-command-report = Report: { $text }
slack-command-report-all = Business summary
slack-hand-over = { $name } asks for a person.
slack-hand-over-why = They want: { $reason }
slack-hand-over-last = They wrote last: { $text }
slack-hand-over-how = Whoever takes it over answers in this thread: what they write goes to { $name } in their own name. What begins with a mention of me stays with me.
slack-hand-over-take = Take over
slack-hand-over-take-says = Take over the conversation of { $name }
slack-hand-over-show = Show
slack-hand-over-show-says = Open the conversation of { $name }
slack-hand-over-close = Close
slack-hand-over-close-says = Close the conversation of { $name }
slack-hand-over-stands = { $status ->
    [taken] { $by } answers { $name } now.
    [closed] Closed: the assistant answers { $name } again.
   *[open] Nobody answers { $name } yet.
}
slack-hand-over-wrote = { $name }: { $text }
slack-hand-over-sent-file = { $name } sent a file.
slack-nobody-asked = This is for one person of a channel, and nobody knows for whom.
slack-refused = Slack does not take this ({ $code }).
slack-refused-channel_not_found = There is no such channel, or the assistant is not in it. Invite it there.
slack-refused-not_in_channel = The assistant is not in that channel. Invite it there.
slack-refused-is_archived = That channel is archived.
slack-refused-user_not_found = There is no such person in this Slack any more.
slack-refused-user_disabled = That person's Slack account is closed.
slack-refused-msg_too_long = Slack finds this message too long.
slack-refused-invalid_blocks = Slack does not understand how this message is drawn. Please report it.
slack-refused-restricted_action = The workspace does not let the assistant write there.
slack-refused-cannot_dm_bot = That address belongs to another app, not to a person.
slack-refused-message_not_found = That message was deleted in Slack.
slack-refused-file_not_found = The file is no longer there.
error-slack-settings = Slack needs { $missing } as well.
