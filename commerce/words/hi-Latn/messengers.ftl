# Messengers: WhatsApp, SMS, Slack, Telegram.
messenger-stranger = Namaste! Yeh { $shop } ka assistant hai. Yeh number abhi mere liye naya hai. Shop se hain to web chat ki Settings se mila code yahan bhejiye. Order kiya hai to order number bhejiye.
messenger-unread-voice = Main abhi voice note nahi sun sakta. Please do-char shabdon mein likh dijiye.
messenger-unread-file = Yeh file main nahi padh sakta. Photo (JPG, PNG), PDF, Excel aur CSV padh sakta hoon.
messenger-unread-large = Yeh file mere liye bahut badi hai. Chhoti file bhejiye, ya web chat mein jodiye.
messenger-unread-button = Yeh button ab kaam ka nahi raha. Jo chahiye woh likh dijiye, ya phir se poochhiye.
messenger-unread-other = Is tarah ka message main nahi padh sakta. Likhkar bataiye, ya photo ya file bhejiye.
error-voice-long = Yeh voice note bahut lamba hai.
error-voice-unavailable = Abhi yeh voice note koi sun nahi paaya.
error-voice-refused = Yeh voice note likha nahi ja saka ({ $code }).
edited-after-done = Aapne pehle jo likha tha woh ho chuka hai, isliye maine kuch nahi badla. Ab kuch aur chahiye toh naya message likhiye.
