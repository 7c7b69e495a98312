# Messengers: WhatsApp, SMS, Slack, Telegram.
messenger-stranger = Namaste! This is { $shop }'s assistant. I do not know this number yet. If you are of the shop, open Settings in the web chat and send me the code you get there. If you ordered from us, send your order number.
