error-approval-not-found = Aisi koi request nahi hai. Shayad iska faisla ho chuka hai.
error-approval-approved = Yeh pehle hi approve ho chuka hai.
error-approval-done = Yeh pehle hi approve hokar ho chuka hai.
error-approval-failed = Approve hua tha, par ho nahi paya. Dobara boliye to phir koshish karunga.
error-approval-declined = Yeh mana kar diya gaya tha. Phir bhi karna ho to dobara boliye.
error-approval-expired = Yeh request purani ho gayi hai. Dobara boliye, main nayi bana dunga.
error-approval-replaced = Iski jagah nayi request aa gayi hai. Nayi wali par faisla kijiye.
error-approval-changed = Jo approve hua tha woh ab alag hai, isliye kuch nahi kiya. Dobara boliye.
error-receipt-not-found = Aisi koi receipt nahi hai, isliye wapas karne ko kuch nahi.
error-undo-late = Ab isko wapas karne ka time nikal gaya.
error-undone-before = Yeh pehle hi wapas ho chuka hai.
error-cannot-undo = Yeh wapas nahi ho sakta.
approval-asks = Kar doon? { $title }
approval-asks-several = In { $count } cheezon ke liye aapki haan chahiye. Har ek par faisla kijiye.
approval-reversible = { $minutes } minute tak wapas ho sakta hai.
approval-reversible-hours = { $hours } ghante tak wapas ho sakta hai.
approval-final = Wapas nahi ho sakta.
approval-expires = { $at } tak rukega.
approval-approve = Haan, karo
approval-decline = Nahi
approval-declined = Theek hai, kuch nahi badla.
approval-which = { $count ->
    [one] Ek request aapki haan ka wait kar rahi hai. Kya yahi?
   *[other] { $count } requests aapki haan ka wait kar rahi hain. Kaunsi?
}
approval-done-by = { $name } ne aapki request approve kar di.
approval-declined-by = { $name } ne aapki request mana kar di.
approval-dry-run = Trial run: kuch nahi badla.
approval-says-yes = Haan: { $title }
approval-says-no = Nahi: { $title }
receipt-at = { $at } ko hua · { $receipt }
receipt-undo = Wapas karo
receipt-undo-says = { $subject } wapas karo
receipt-undone = Wapas kar diya: { $subject } pehle jaisa hai.
difference-none = –
