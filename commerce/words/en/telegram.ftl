# Telegram: what it shows, and what went wrong there.
telegram-more-in-file = { $count ->
    [one] …and one more in the file.
   *[other] …and { $count } more in the file.
}
telegram-button-gone = This button is no longer in use. Please ask me again.
telegram-refused = Telegram does not take this: { $said }
telegram-refused-blocked = This person has blocked the assistant on Telegram, or left. Reach them another way.
telegram-refused-chat = Telegram does not know this chat any more. Ask the person to write to the assistant once.
telegram-refused-file = The file is no longer there.
error-telegram-settings = Telegram by webhook needs { $missing } as well. Or set SUPERECOM_TELEGRAM_UPDATES=polling.
error-telegram-token = SUPERECOM_TELEGRAM_TOKEN is not a bot's token. It looks like 123456789:AAH…, as @BotFather wrote it.
error-telegram-file = Telegram does not give this file out. Files up to 20 MB can be sent here; larger ones in the web chat.
