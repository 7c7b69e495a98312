library-name-address-check = Adhoore address check karo: order roko aur customer se poocho
library-name-alert-task = Har alert ko task list me daalo
library-name-bad-review = Kharab review team ke saamne rakho
library-name-return-request = Customer return maange to note karo aur unse baat karo
library-name-big-cod-new-customer = Naye customer ke bade COD order roko
library-name-cod-confirmation = Bhejne se pehle COD order confirm karo
library-name-daily-digest = Roz subah kal ke figures e-mail par
library-name-fake-attempt-dispute = Fake lagne wale delivery attempt check karo
library-name-high-risk-review = Risky COD order roko aur bhejne se pehle poocho
library-name-late-parcel-apology = Late parcel ke liye maafi maango
library-name-low-stock-reorder = Stock kam hone par reorder list me daalo
library-name-ndr-follow-up = Delivery fail hone par customer ko likho, phir agent ko do
library-name-refused-parcel = Courier bole ki customer ne mana kiya to customer se poocho
library-name-review-request = Delivery ke teen din baad review maango
library-name-sla-breach = Jinka time kam bacha hai wo parcel khaali agent ko do
library-name-vip-care = Sabse achhe customer ke order mark karo
library-name-win-back = 90 din se na kharidne wale achhe customer ko likho
error-workflow-several = “{ $said }” se kai workflow ho sakte hain: { $names }. Batao kaunsa.
error-workflow-which = Batao kaunsa workflow. Ye hain: { $names }.
error-workflow-runs-left = “{ $title }” ke { $live } run chal rahe hain. Unhe poora hone dein ya wahin rok dein?
error-workflow-which-run = Batao kaunsa run. Inme se ho sakta hai: { $numbers }.
error-workflow-what = Batao kab shuru ho aur kya kare, jaise “jab 10,000 se upar ka COD order aaye to hold karo”.
workflow-tried-send = messages bheje
workflow-tried-set-status = order ke status badle
workflow-tried-assign = kisi ko diye parcel
workflow-tried-create-task = task bane
workflow-tried-call-webhook = doosre program ko bataya
workflow-tried-adjust-stock = stock ke badlav
workflow-tried-tag = order par tag
workflow-tried-request-reattempt = reattempt maange
workflow-tried-convert-to-prepaid = payment link bheje
workflow-tried-run-report = report bheji
workflow-tried-add-note = note likhe
workflow-tried-hand-over = team ke saamne rakha
workflow-tried-ask-approval = team se sawaal
workflow-tried-wait = intezaar
workflow-tried-branch = faisle
workflow-tried-each = loop
workflow-tried-stop = khatam
workflow-tried = Pichle { $days } din me { $events } events me se ye { $runs } baar chalta: { $messages } messages{ $priced ->
        [0] {""}
       *[other] { " " }({ $cost })
    }, { $touched } cheezon par asar.{ $cut ->
        [0] {""}
       *[other] {" "}Sirf pehle wale dekhe gaye.
    }
workflow-tried-title = { $days } din me ye kya karta
workflow-tried-column-do = kaam
workflow-tried-column-times = baar
workflow-tried-says = “{ $title }”: { $told } Kuch kiya nahi gaya.
workflow-list-title = kya hai
workflow-list-name = naam
workflow-list-status = status
workflow-list-live = chal rahe
workflow-list-failed = fail
workflow-list-owner = kiska
workflow-list-count = 
    { $count ->
        [0] Shop me abhi koi workflow nahi hai. Ye chalu karne ko taiyar hain.
       *[other] { $count } workflow, { $on } chalu.
    }
workflow-library-count = 
    { $count ->
        [0] Library ke saare workflow shop me pehle se hain.
       *[other] { $count } workflow chalu karne ko taiyar hain.
    }
workflow-library-title = Chalu karne ko taiyar
workflow-library-about = kya karta hai
workflow-library-note = Ya apne shabdon me bolo: kab kya ho to kya karna hai.
workflow-library = Taiyar wale
workflow-library-says = Taiyar workflow dikhao
workflow-show-says = { $name } workflow samjhao
workflow-shown = “{ $title }” { $status } hai, { $owner } ne chalu kiya: { $live } chal rahe, { $failed } fail.
workflow-of-library = Taiyar hai, abhi chalu nahi: { $title }.
workflow-button-pause-workflow = Pause karo
workflow-button-pause-workflow-says = { $name } workflow pause karo
workflow-button-retire-workflow = Hatao
workflow-button-retire-workflow-says = { $name } workflow hata do
workflow-button-resume-workflow = Chalu karo
workflow-button-resume-workflow-says = { $name } workflow phir chalu karo
workflow-button-workflow-runs = Runs
workflow-button-workflow-runs-says = { $name } workflow ke run dikhao
workflow-button-dry-run-workflow = Pichle dinon par try karo
workflow-button-dry-run-workflow-says = { $name } workflow kya karta
workflow-button-create-workflow = Chalu karo
workflow-button-create-workflow-says = Taiyar workflow { $name } chalu karo
workflow-runs-title = Runs
workflow-runs-number = number
workflow-runs-workflow = workflow
workflow-runs-about = kis baare me
workflow-runs-status = status
workflow-runs-began = shuru
workflow-runs-next = aage
workflow-runs-error = kya gadbad
workflow-runs-shown = 
    { $count ->
        [0] Koi run nahi.
       *[other] { $count } run, { $failed } fail.
    }
workflow-run-says = Run { $number } dikhao
workflow-run-title = { $workflow } ka run { $number }
workflow-run-shown = { $workflow } ka run { $number } ({ $subject }): { $status }, { $steps } step.{ $error ->
        [none] {""}
       *[other] { " " }{ $error }
    }
workflow-run-status = run
workflow-steps-at = kab
workflow-steps-step = step
workflow-steps-status = status
workflow-steps-result = nateeja
workflow-step-done = hua
workflow-step-skipped = chhoda
workflow-step-failed = fail
workflow-step-waiting = intezaar
workflow-at = { $at }
workflow-retry-run = Phir try karo
workflow-retry-run-says = Run { $number } dobara chalao
workflow-cancel-run = Khatam karo
workflow-cancel-run-says = Run { $number } khatam karo
workflow-create-title = Chalu karo: { $title }
workflow-change-title = Badlo: { $title }
workflow-paused-title = “{ $title }” pause karo ({ $live } chal rahe)
workflow-on-title = “{ $title }” phir chalu karo
workflow-status = workflow
workflow-does = kya karta hai
workflow-created-on = “{ $title }” chalu hai. Iska naam { $name } hai.
workflow-created-off = “{ $title }” rakh liya, band hai. Iska naam { $name } hai.
workflow-changed = “{ $title }” badal gaya; ab se jo shuru hoga wo aise chalega.
workflow-paused-says = “{ $title }” ruka hai: kuch shuru nahi hoga, jo chal raha tha wo ruka rahega.
workflow-on-says = “{ $title }” chalu hai.
workflow-retire-finish-title = “{ $title }” hatao; chal rahe { $live } run pehle poore honge
workflow-retire-stop-title = { $live ->
    [0] “{ $title }” hatao
   *[other] “{ $title }” hatao aur chal rahe { $live } run roko
}
runs-left-finish = Poora hone do
runs-left-stop = Rok do
workflow-retired-finish = “{ $title }” hata diya: ab kuch shuru nahi hoga. { $live ->
    [0] Jo kiya wo history me rahega.
   *[other] Jo chal rahe the ({ $live }) wo poore honge; history rahegi.
}
workflow-retired-stop = “{ $title }” hata diya: ab kuch shuru nahi hoga. { $live ->
    [0] Jo kiya wo history me rahega.
   *[other] Jo chal rahe the ({ $live }) wo rok diye; history rahegi.
}
workflow-retry-title = { $workflow } ka run { $number } dobara chalao ({ $subject })
workflow-cancel-title = { $workflow } ka run { $number } khatam karo ({ $subject })
workflow-retried = Run { $number } phir try kar raha hai.
workflow-run-cancelled-says = Run { $number } khatam hua; jo kiya wo rahega.
workflow-shelf-shop = shop ke
workflow-shelf-library = taiyar
run-state-live = chal rahe
run-state-failed = fail
run-state-done = poore
run-state-cancelled = cancel
rule-ask-event = Kab shuru ho?
rule-ask-product = Kaunsa product?
rule-ask-do = Tab kya karna hai?
rule-ask-at = Din me kis time dekhe?
rule-ask-wait = Jawab ka kitni der intezaar kare?
rule-ask-send-by = Message kisse jaye?
rule-ask-send-to = Message kisko jaye?
rule-ask-assign-to = Kisko dein?
rule-ask-tag-tag = Kaunsa tag?
rule-ask-add-note-note = Note me kya likhein?
rule-ask-call-webhook-url = Kaunsa address call karein? https:// se shuru hota hai.
rule-ask-run-report-by = Report kisse aaye?
rule-ask-text = Kaunsa text bhejein?
rule-ask-unknown = “{ $words }” ka rule me matlab samajh nahi aaya. Doosre shabdon me bolo, ya chhod do.
rule-without = “{ $words }” chhod do
rule-ask-number = { $number } se upar, kam se kam ya neeche? Rule phir se bolo.
rule-ask-again = Ye abhi rule nahi ban sakta: { $problem }
rule-option-hold = Order hold karo
rule-option-tell = Mujhe WhatsApp par batao
rule-option-task = Task banao
rule-option-assign = Agent ko do
rule-note = { $thing }: { $event }
rule-note-clock = { $thing } dekho
rule-note-shop = Shop dekho
workflow-text-notify = { $shop }: { $what }
rule-ask-change = “{ $title }” me kya badalna hai?
rule-title = { $event }: { $do }
workflow-text-says = Text “{ $template }”: { $text }
workflow-box-when = JAB
workflow-box-if = AGAR
workflow-box-then = TAB
workflow-box-ask = POOCHHO
workflow-box-wait = RUKO
workflow-box-each = HAR EK KE LIYE
workflow-box-stop = KHATAM
workflow-way-yes = haan
workflow-way-no = nahi to
workflow-way-each = har ek ke liye
workflow-flow-alt = 
    Chitra: “{ $title }”, { $count } { $count ->
        [one] dabba
       *[other] dabbe
    }. Saath ke vaakya yahi batate hain.
