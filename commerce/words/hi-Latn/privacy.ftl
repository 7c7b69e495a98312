# Customer ki pehchaan mitana.

erase-title = { $name } ki pehchaan mitana
erase-goes = Mitega
erase-stays = Rahega
erase-name-only = naam aur number
erase-after = { $hours } ghante baad mitega, tab tak wapas le sakte hain
erase-of-nobody = bina naam, number aur pate ke: tax aur vivaad ke liye zaroori
erase-addresses = { $count } pate
erase-orders = { $count } order
erase-messages = { $count } message
erase-files = { $count } file
erase-reviews = { $count } review ke lekhak
erase-asked = { $name } ka data { $hours } ghante baad mita diya jayega: naam, number, pate, baatcheet aur files. Tab tak wapas le sakte hain. Order aur paise ka hisaab bina naam ke rahega. Pehle bane backup mein data tab tak rahega jab tak aap unhe na hatayen.
error-erase-done = { $name } ka data { $at } ko mitaya ja chuka hai.
error-erase-asked = { $name } ka data pehle se { $at } ko mitna tay hai.
error-erase-orders = { $name } ka data abhi nahi mit sakta: { $count } order ({ $orders }) poore nahi hue. Deliver, wapas ya cancel hone ke baad phir kahiye.
error-erase-payments = { $name } ka data abhi nahi mit sakta: { $orders } ka paisa abhi raaste mein hai. Pahunchne ya link band hone ke baad phir kahiye.
error-erase-approvals = { $name } ka data abhi nahi mit sakta: unki { $count } request haan ya na ka intezaar kar rahi hain. Pehle un par faisla kijiye.
error-erase-too-late = Data mit chuka hai; wapas nahi aa sakta.
privacy-held = { $name } ke baare mein rakha gaya:
privacy-written = { $name } ke baare mein jo kuch rakha hai ({ $count } rows), { $file } mein hai.
privacy-sure = { $name } ki pehchaan hamesha ke liye mitayen ({ $count } rows)?
privacy-erased = { $name } ka data mit gaya. Pehle bane backup mein jo hai wo rahega.
