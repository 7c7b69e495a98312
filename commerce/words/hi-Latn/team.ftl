team-rows = { $count } mein se { $first }–{ $last }
team-button-next = Aage
team-amount = { $amount }
team-moment = { $at }
team-day = { $day }
team-who-for = { $other } ki jagah { $name }
team-nobody = koi nahi
team-no-limit = koi limit nahi
team-items = ek saath { $count }
team-delegate-title = Aapki jagah { $name } approve karega
team-revoke-title = { $name } ab aapki jagah approve nahi karega
team-stands-in = Jagah par
team-days = { $name } ki jagah, { $first } se { $last } tak
team-delegated = { $first } se { $last } tak { $name } aapki limit se approve kar sakta hai. Uske baad apne aap khatam.
team-revoked = { $name } ab aapki jagah approve nahi karega.
team-delegations = { $count ->
    [0] Koi kisi ki jagah approve nahi kar raha.
    [one] Ek insaan kisi ki jagah approve kar raha hai.
   *[other] { $count } log kisi ki jagah approve kar rahe hain.
}
team-delegations-title = Kaun kiski jagah
team-column-of = Kiski jagah
team-column-to = Kaun
team-column-first = Kab se
team-column-last = Kab tak
team-limit-title = { $role } ki approval limit: { $topic }
team-limit-set = Ho gaya: { $title }.
team-limit-amount = Rakam
team-limit-items = Ek saath
team-second-title = { $topic } ke liye doosra insaan
team-second-above = Isse upar do log
team-second-none = zaroori nahi
approval-list = { $status ->
    [Waiting] { $count ->
        [0] { $whose ->
            [ForMe] Aapki haan ke liye kuch nahi ruka.
            [Mine] Aapki koi request nahi ruki.
           *[other] Approval ke liye kuch nahi ruka.
        }
        [one] Ek request approval ke liye ruki hai{ $mine ->
            [0] { "" }
           *[other] , aap ise decide kar sakte hain
        }.
       *[other] { $count } requests approval ke liye ruki hain; dikhayi gayi mein se { $mine } aap decide kar sakte hain.
    }
   *[other] { $count ->
        [0] Aisi koi nahi.
        [one] Aisi ek hai.
       *[other] Aisi { $count } hain.
    }
}
approval-table-title = Approvals
approval-column-what = Kya
approval-column-status = Kya hua
approval-column-stake = Kitne ka
approval-column-asked = Kisne maanga
approval-column-decided = Kisne decide kiya
approval-column-at = Kab
approval-status-pending = ruki hai
approval-status-approved = approve hui
approval-status-done = approve hokar ho gayi
approval-status-failed = approve hui, par ho nahi payi
approval-status-declined = mana kar di
approval-status-expired = samay nikal gaya
approval-status-replaced = nayi request aa gayi
approval-status-withdrawn = wapas li gayi
approval-topic-Everything = sab kuch
approval-topic-Cancellations = cancellation
approval-topic-Returns = RTO
approval-topic-Refunds = refund
approval-topic-Discounts = discount
approval-topic-Prices = daam
approval-topic-Stock = stock
people-role-Owner = Owner
people-role-Admin = Admin
people-role-Manager = Manager
people-role-Operator = Operator
people-role-NdrAgent = NDR agent
people-role-Viewer = Viewer
people-role-Customer = Customer
people-standing-Active = aa sakte hain
people-standing-Disabled = band
people-list = { $count ->
    [0] Aisa koi nahi.
    [one] Ek insaan{ $role ->
        [none] { "" }
       *[other] { " " }({ $role })
    }{ $status ->
        [Disabled] { " " }ka access band hai.
       *[other] { " " }yahan kaam karta hai.
    }
   *[other] { $count } log{ $role ->
        [none] { "" }
       *[other] { " " }({ $role })
    }{ $status ->
        [Disabled] { " " }ka access band hai.
       *[other] { " " }yahan kaam karte hain.
    }
}
people-list-title = Log
people-column-name = Naam
people-column-role = Role
people-column-contact = Kahan milenge
people-column-access = Access
people-column-seen = Aakhri baar
people-invite-title = { $name } ko { $role } ki tarah bulao
people-invited = { $name } ko { $role } ki tarah bulaya gaya.
people-link-title = { $name } ka link
people-link-body = People kholiye aur naam ke saamne “Link dikhayein” dabaiye. Web ka link aur WhatsApp, Telegram ya Slack par judne ka code dikhega (woh JOIN aur code likhein). Dono ek hi baar dikhte hain, ek hi baar chalte hain, aur { $hours } ghante tak; inhe khud bhejiye.
people-role-title = { $name } ka role badlo
people-role-changed = { $name } ab { $role } hai.
people-disable-title = { $name } ka access band karo
people-disabled = { $name } ab andar nahi aa sakta. Sessions band ho gaye aur unki requests wapas le li gayin.
people-disable-warning = Khule sessions band honge aur ruki requests wapas hongi. Undo se access wapas aayega, ye dono nahi.
audit-title = Audit log
audit-nothing = Log mein aisa kuch nahi.
audit-found = { $count ->
    [one] Ek entry. { $who }: { $action }, { $subject }, { $at }.
   *[other] { $count } entries. Sabse nayi: { $who }: { $action }, { $subject }, { $at }.
}
audit-line = { $who }: { $action }, { $subject }, { $at }.
audit-nobody = koi nahi
audit-open = Poora dekho
audit-open-says = Log ki line { $line } dikhao
audit-detail-title = { $action }: { $subject }
audit-detail-note = Line { $line } · { $at } · { $who } · { $channel } se · turn { $turn } · kyun: { $why }
audit-column-at = Kab
audit-column-who = Kisne
audit-column-action = Kya
audit-column-subject = Kis par
audit-column-why = Kyun
audit-column-field = Field
audit-column-before = Pehle
audit-column-after = Baad mein
setting-shown = { $name }: zone { $zone }, bhasha { $language }, approval { $minutes } minute rukte hain.
setting-title = Settings
setting-column-setting = Setting
setting-column-value = Kya hai
setting-column-topic = Kiske liye
setting-limits-title = Kaun akele kitna approve kar sakta hai
setting-limits-note = Owner aur Admin ki koi limit nahi. Limit ke barabar ho to chalega.
setting-second-note = { $topic } mein { $above } se upar do logon ki haan chahiye.
setting-Name = Dukaan ka naam
setting-Zone = Time zone
setting-Language = Bhasha
setting-ApprovalMinutes = Approval kitni der ruke
setting-language-en = English
setting-language-hi = Hindi
setting-language-hi-Latn = Hinglish
setting-minutes = { $minutes } minute
setting-change-title = Badlo: { $setting }
setting-changed = { $setting }: { $value }.
setting-my-language = { $language ->
    [English] Ab se aapko English mein jawab dunga.
    [Hindi] Ab se aapko Hindi mein jawab dunga.
    [Hinglish] Ab se aapko Hinglish mein jawab dunga.
   *[other] Aap jisme likhenge usi mein jawab dunga.
}
planner-need-name = Naam ya nayi value kya hai?
planner-need-contact = Kaunsa e-mail ya phone number?
planner-need-StaffRole = Kaunsa role: Owner, Admin, Manager, Operator, NDR agent ya Viewer?
planner-need-Setting = Kaunsi setting: naam, time zone, bhasha, ya approval kitni der ruke?
planner-need-AnswerLanguage = Kaunsi bhasha: English, Hindi ya Hinglish?
error-people-above-you = { $role } aapse upar hai. Ye wahi kar sakta hai jiska role kam se kam utna ho.
error-people-not-yourself = Koi apna role khud nahi badha sakta. Dukaan ke Owner se boliye.
error-people-role-same = Unka role pehle se { $role } hai.
error-people-last-owner = Ye aakhri Owner hai, aur dukaan ka ek Owner hona zaroori hai. Pehle kisi aur ko Owner banaiye.
error-people-disable-self = Aap khud ko band nahi kar sakte. Kisi aur Owner ya Admin se boliye.
error-people-nobody = Dukaan mein { $name } naam ka koi nahi. Ye hain: { $names }
error-people-several = { $name } naam ke kai log hain. Kaunsa?
error-people-taken = { $contact } pehle se { $name } ka hai.
error-people-came-in = { $name } andar aa chuka hai. Access band kijiye.
error-people-no-contact = { $contact } na e-mail hai na phone number.
error-people-stands-in-already = { $name } pehle se aapki jagah hai, { $last } tak.
error-people-stand-in-self = Aap apni jagah khud nahi ho sakte. Kisi saathi ka naam boliye.
error-people-cannot-stand-in = { $name } { $role } hai aur kuch approve nahi kar sakta. Kisi aur ka naam boliye.
error-people-does-not-stand-in = { $name } aapki jagah nahi hai.
error-people-days-backwards = { $first } se { $last } nahi ho sakta: aaj ya baad se shuru ho, aur uske baad khatam.
error-people-days-many = Ye bahut lamba hai. Zyada se zyada { $most } din; usse lamba ho to role badliye.
error-setting-moved = Ye baad mein phir badla gaya, isliye waisa hi rehne diya.
error-setting-same = Pehle se aisa hi set hai.
error-setting-name = Dukaan ke naam mein 1 se { $most } akshar hote hain.
error-setting-language = { $language } koi jaani hui bhasha nahi. English, Hindi ya Hinglish chuniye.
error-setting-minutes = Approval { $least } se { $most } minute tak ruk sakte hain. Minute mein boliye.
error-audit-not-found = Log mein aisi koi line nahi.
error-approval-second-amount = Kitne se upar do logon ki haan chahiye? Jaise: refund 10000 se upar.
web-ui-state-withdrawn = Jisne maanga tha wo ab yahan kaam nahi karta. Kuch nahi badla.
