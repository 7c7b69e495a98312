# Who somebody on a messenger is: codes, and what they answer.
error-link-none = You are not linked on { $channel }. Linked messengers are listed under Settings.
link-linked = Done, { $name }: I know you here now. Write to me as in the web chat. To end this, open Settings there.
link-joined = Welcome to { $shop }, { $name }: you are { $role_name } here, and I know you on this messenger from now on. { $role ->
    [NdrAgent] Ask me for your queue (“my NDR cases”), ask to deliver again, log a call or write to a customer: I ask for your yes before anything changes.
    [Operator] Ask me for orders, parcels, stock and NDR cases, and have me change them: I ask for your yes before anything changes.
    [Viewer] Ask me for orders, parcels, stock and figures. You may see them; changes are for others to make.
   *[other] Ask me for orders, parcels, stock, prices, customers and figures, and have me change them: I ask for your yes before anything changes.
 } Write UNLINK to end this.
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
web-linking-line = Write to the assistant from WhatsApp, Telegram or Slack as well: make a code here and send it there, or write LINK there and open the link that comes.
web-linking-make = Make a code
web-ui-linking-unlink = Unlink
link-let-go = You are no longer known on this messenger, { $name }. To be known again, make a code under Settings in the web chat and send it here, or send your order number.
error-link-gone = This link does not work, or works no more. Write LINK in the messenger for a new one.
error-link-of-another = This messenger is { $name }'s. Let { $name } write UNLINK there first, or ask for a link from a messenger of your own.
link-sent = If you work at { $shop }, or signed in on its web chat before, open this within { $minutes } minutes and press the button there; then I know you here: { $link } Give the link to nobody.
web-link-page-title = Link { $channel }?
web-link-page-who = Whoever writes as { $who } on { $channel } will be { $name } ({ $role }) of { $shop } to the assistant.
web-link-page-warning = They can then see and do there all that { $name } can here. Press the button only if it was you who asked for this link there just now, and if that account is yours.
web-link-page-button = It is mine: link { $channel }
web-link-page-back = No, go back
web-link-page-done = Done: { $channel } knows you as { $name } now. You can close this page and write there.
