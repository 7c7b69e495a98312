# Who somebody on a messenger is: codes, and what they answer.
error-link-none = You are not linked on { $channel }. Linked messengers are listed under Settings.
link-linked = Done, { $name }: I know you here now. Write to me as in the web chat. To end this, open Settings there.
link-proven = Thank you, { $name }. I know you here now. What would you like to know about your order?
link-asked = If { $order } is an order with us, a code of six digits has gone to the phone number or e-mail given with it. Send me that code here within { $minutes } minutes.
link-wrong = This code is not right or has run out. Ask for a new one where you got it, or send your order number again.
link-slow = That was too often. Please try again in an hour.
link-code-message = { $code } is your code for { $shop }'s assistant. It is good for { $minutes } minutes. Give it to nobody: we never ask for it by phone.
link-code-made = Send this to our number on WhatsApp, Telegram or another messenger: LINK { $code }. It works once, for { $minutes } minutes.
link-gone = { $channel } knows you no more.
link-channel = { $channel ->
    [whatsapp] WhatsApp
    [sms] SMS
    [slack] Slack
    [telegram] Telegram
    [email] E-mail
   *[other] { $channel }
 }
web-linking-title = Your messengers
web-linking-line = Write to the assistant from WhatsApp, Telegram or Slack as well: make a code here and send it there.
web-linking-make = Make a code
web-ui-linking-unlink = Unlink
link-let-go = You are no longer known on this messenger, { $name }. To be known again, make a code under Settings in the web chat and send it here, or send your order number.
