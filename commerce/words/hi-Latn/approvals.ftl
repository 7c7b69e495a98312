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
error-approval-withdrawn = Jisne ye maanga tha wo ab yahan kaam nahi karta, isliye ye wapas le liya gaya. Kuch nahi badla.
error-approval-own = Ise wahi approve kar sakta hai jisne maanga hai: ye usi ke baare mein hai.
error-approval-needs = Ye aapki akele ki limit se zyada hai: { $amount }, aur aapki limit { $most } hai. Ab { $lowest ->
    [Owner] Owner
    [Admin] Admin ya Owner
    [Manager] Manager, Admin ya Owner
   *[other] zyada limit wale kisi saathi
} ki haan chahiye; unke approvals mein dikh raha hai.
error-approval-needs-items = Ye ek saath { $items } cheezein badlega, aur aap akele { $most } tak approve kar sakte hain. Ab { $lowest ->
    [Owner] Owner
    [Admin] Admin ya Owner
    [Manager] Manager, Admin ya Owner
   *[other] zyada limit wale kisi saathi
} ki haan chahiye; unke approvals mein dikh raha hai.
error-approval-needs-second = Ismein do logon ki haan chahiye, sirf aapki kaafi nahi. Kisi aur ki haan ka intezaar hai: { $lowest ->
    [Owner] Owner
    [Admin] Admin ya Owner
    [Manager] Manager, Admin ya Owner
   *[other] koi saathi jo approve kar sakta ho
}.
error-approval-no-limit-for = { $role } ki koi limit nahi hoti. Limit Manager, Operator aur NdrAgent ki hoti hai.
error-approval-limit-same = Pehle se hi aisa hai, kuch nahi badlega.
approval-asks-others = Iske liye { $lowest ->
    [Owner] Owner
    [Admin] Admin ya Owner
    [Manager] Manager, Admin ya Owner
   *[other] zyada limit wale kisi saathi
} ki haan chahiye, unke approvals mein daal diya hai: { $title }
approval-needs = { $lowest ->
    [Owner] Owner
    [Admin] Admin ya Owner
    [Manager] Manager, Admin ya Owner
   *[other] Zyada limit wale saathi
} ki haan chahiye
approval-asked-by = { $name } ne { $at } ko maanga
approval-withdraw = Wapas lo
approval-waits-for-you = { $name } ko aapki haan chahiye: { $title } Button dabaiye, ya likhiye “approve { $approval }”.
approval-expired = Time par kisi ne decide nahi kiya, isliye jaisa tha waisa hi rehne diya: { $title } Ab bhi chahiye to dobara boliye.
approval-cancel-which = Cancel kar dun, ya jaisa hai waisa rehne dun?
approval-cancel-go = Haan, cancel karo
approval-cancel-leave = Nahi, rehne do
approval-stands-approved = ✓ { $name } ne approve kiya, { $at }
approval-stands-declined = ✕ { $name } ne mana kiya, { $at }
approval-stands-expired = Time par kisi ne decide nahi kiya.
approval-stands-replaced = Iski jagah nayi request aa gayi hai.
approval-stands-withdrawn = Wapas liya gaya: jisne maanga tha wo ab yahan kaam nahi karte.
undo-which = Kya wapas loon?
undo-nothing = Yahan ab aisa kuch nahi hai jo wapas liya ja sake.
