# Messengers: WhatsApp, SMS, Slack, Telegram.
messenger-stranger = Namaste! Yeh { $shop } ka assistant hai. Yeh number abhi mere liye naya hai. Shop se hain to web chat ki Settings se mila code yahan bhejiye. Order kiya hai to order number bhejiye.
