# Messengers: WhatsApp, SMS, Slack, Telegram.
messenger-stranger = Namaste! This is { $shop }'s assistant. I do not know this number yet. If you are of the shop, open Settings in the web chat and send me the code you get there. If you ordered from us, send your order number.
messenger-unread-voice = I cannot listen to voice notes yet. Please write it to me in a few words.
messenger-unread-file = I cannot read this file. Photos (JPG, PNG), PDF, Excel and CSV I can.
messenger-unread-large = This file is too large for me. Please send a smaller one, or add it in the web chat.
messenger-unread-button = This button is no longer in use. Please write what you would like, or ask me again.
messenger-unread-other = I cannot read this kind of message. Please write to me, or send a photo or a file.
error-voice-long = This voice note is too long for me.
error-voice-unavailable = Nobody could listen to this voice note just now.
error-voice-refused = This voice note could not be written down ({ $code }).
edited-after-done = What you wrote before was done already, so I have changed nothing. If you want something else now, write it as a new message.
