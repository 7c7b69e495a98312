library-name-address-check = Check unclear addresses: hold the order and ask the customer
library-name-alert-task = Put every alert on somebody’s list
library-name-bad-review = Put bad reviews before the team
library-name-return-request = Note returns that customers ask for, and talk to them
library-name-big-cod-new-customer = Hold big COD orders of new customers
library-name-cod-confirmation = Confirm COD orders before dispatch
library-name-daily-digest = Every morning, yesterday's figures by e-mail
library-name-fake-attempt-dispute = Check delivery attempts that may be fake
library-name-high-risk-review = Hold risky COD orders and ask before they go out
library-name-late-parcel-apology = Say sorry for late parcels
library-name-low-stock-reorder = Put a reorder on the list when stock runs low
library-name-ndr-follow-up = Write to the customer after a failed delivery, then give it to an agent
library-name-refused-parcel = Ask the customer when the courier says they refused
library-name-review-request = Ask for a review three days after delivery
library-name-sla-breach = Give parcels with little time left to somebody free
library-name-vip-care = Mark orders of the best customers
library-name-win-back = Write to good customers who have not ordered for 90 days
error-workflow-several = “{ $said }” may be several workflows: { $names }. Say which one.
error-workflow-which = Say which workflow. There are: { $names }.
error-workflow-runs-left = “{ $title }” has { $live } runs under way. Shall they finish, or stop where they are?
error-workflow-which-run = Say which run. It may be one of: { $numbers }.
error-workflow-what = Say when it shall begin and what it shall do, such as “when a COD order over 10,000 comes in, hold it”.
workflow-tried-send = messages sent
workflow-tried-set-status = order statuses changed
workflow-tried-assign = parcels given to somebody
workflow-tried-create-task = tasks made
workflow-tried-call-webhook = other programs told
workflow-tried-adjust-stock = stock changes
workflow-tried-tag = orders tagged
workflow-tried-request-reattempt = reattempts asked for
workflow-tried-convert-to-prepaid = payment links sent
workflow-tried-run-report = reports sent
workflow-tried-add-note = notes written
workflow-tried-hand-over = things put before the team
workflow-tried-ask-approval = questions to the team
workflow-tried-wait = waits
workflow-tried-branch = choices
workflow-tried-each = loops
workflow-tried-stop = ends
workflow-tried = In the last { $days } days { $events } { $events ->
        [one] event
       *[other] events
    } would have begun it { $runs } { $runs ->
        [one] time
       *[other] times
    }: { $messages } { $messages ->
        [one] message
       *[other] messages
    }{ $priced ->
        [0] {""}
       *[other] { " " }({ $cost })
    }, { $touched } { $touched ->
        [one] thing
       *[other] things
    } touched.{ $cut ->
        [0] {""}
       *[other] {" "}Only the first ones were looked at.
    }
workflow-tried-title = What it would have done in { $days } days
workflow-tried-column-do = action
workflow-tried-column-times = times
workflow-tried-says = “{ $title }”: { $told } Nothing was done.
workflow-list-title = what it is
workflow-list-name = name
workflow-list-status = status
workflow-list-live = under way
workflow-list-failed = failed
workflow-list-owner = whose
workflow-list-count = 
    { $count ->
        [0] The shop has no workflows yet. These are ready to switch on.
        [one] One workflow, { $on } on.
       *[other] { $count } workflows, { $on } on.
    }
workflow-library-count = 
    { $count ->
        [0] Every workflow of the library is the shop's already.
        [one] One workflow is ready to switch on.
       *[other] { $count } workflows are ready to switch on.
    }
workflow-library-title = Ready to switch on
workflow-library-about = what it does
workflow-library-note = Or say it in your own words: when what happens, what shall be done.
workflow-library = Ready made ones
workflow-library-says = Show the ready made workflows
workflow-show-says = Explain the workflow { $name }
workflow-shown = “{ $title }” is { $status }, switched on by { $owner }: { $live } under way, { $failed } failed.
workflow-of-library = Ready made, and not switched on: { $title }.
workflow-button-pause-workflow = Pause
workflow-button-pause-workflow-says = Pause the workflow { $name }
workflow-button-retire-workflow = Delete
workflow-button-retire-workflow-says = Delete the workflow { $name }
workflow-button-resume-workflow = Switch on
workflow-button-resume-workflow-says = Resume the workflow { $name }
workflow-button-workflow-runs = Runs
workflow-button-workflow-runs-says = Show the runs of the workflow { $name }
workflow-button-dry-run-workflow = Try on the past
workflow-button-dry-run-workflow-says = What would the workflow { $name } have done
workflow-button-create-workflow = Switch on
workflow-button-create-workflow-says = Switch on the ready made workflow { $name }
workflow-runs-title = Runs
workflow-runs-number = number
workflow-runs-workflow = workflow
workflow-runs-about = about
workflow-runs-status = status
workflow-runs-began = began
workflow-runs-next = goes on
workflow-runs-error = what went wrong
workflow-runs-shown = 
    { $count ->
        [0] No runs.
        [one] One run, { $failed } failed.
       *[other] { $count } runs, { $failed } failed.
    }
workflow-run-says = Show run { $number }
workflow-run-title = Run { $number } of { $workflow }
workflow-run-shown = Run { $number } of { $workflow } about { $subject } is { $status } after { $steps } steps.{ $error ->
        [none] {""}
       *[other] { " " }{ $error }
    }
workflow-run-status = run
workflow-steps-at = at
workflow-steps-step = step
workflow-steps-status = status
workflow-steps-result = result
workflow-step-done = done
workflow-step-skipped = left out
workflow-step-failed = failed
workflow-step-waiting = waiting
workflow-at = { $at }
workflow-retry-run = Try again
workflow-retry-run-says = Try run { $number } again
workflow-cancel-run = End it
workflow-cancel-run-says = End run { $number }
workflow-create-title = Switch on: { $title }
workflow-change-title = Change: { $title }
workflow-paused-title = Pause “{ $title }” ({ $live } under way)
workflow-on-title = Switch “{ $title }” on again
workflow-status = workflow
workflow-does = what it does
workflow-created-on = “{ $title }” is on. It is called { $name }.
workflow-created-off = “{ $title }” is kept, switched off. It is called { $name }.
workflow-changed = “{ $title }” is changed; what begins from now on does so.
workflow-paused-says = “{ $title }” is paused: nothing begins, and what was under way stands still.
workflow-on-says = “{ $title }” is on.
workflow-retire-finish-title = Delete “{ $title }”; { $live } runs under way finish first
workflow-retire-stop-title = { $live ->
    [0] Delete “{ $title }”
   *[other] Delete “{ $title }” and stop { $live } runs under way
}
runs-left-finish = Let them finish
runs-left-stop = Stop them
workflow-retired-finish = “{ $title }” is deleted: it begins nothing more. { $live ->
    [0] What it did stays in the history.
   *[other] What was under way ({ $live }) goes on to its end; the history stays.
}
workflow-retired-stop = “{ $title }” is deleted: it begins nothing more. { $live ->
    [0] What it did stays in the history.
   *[other] What was under way ({ $live }) is stopped; the history stays.
}
workflow-retry-title = Try run { $number } of { $workflow } again ({ $subject })
workflow-cancel-title = End run { $number } of { $workflow } ({ $subject })
workflow-retried = Run { $number } tries again.
workflow-run-cancelled-says = Run { $number } is ended; what it did stays.
workflow-shelf-shop = the shop's
workflow-shelf-library = ready made
run-state-live = under way
run-state-failed = failed
run-state-done = done
run-state-cancelled = cancelled
rule-ask-event = When shall it begin?
rule-ask-product = Which product is meant?
rule-ask-do = What shall be done then?
rule-ask-at = At what time of day shall it look?
rule-ask-wait = How long shall it wait for an answer?
rule-ask-send-by = By what shall the message go?
rule-ask-send-to = To whom shall the message go?
rule-ask-assign-to = Who shall get it?
rule-ask-tag-tag = Which tag?
rule-ask-add-note-note = What shall the note say?
rule-ask-call-webhook-url = Which address shall be called? It begins with https://.
rule-ask-run-report-by = By what shall the report come?
rule-ask-text = Which text shall be sent?
rule-ask-unknown = I do not know what “{ $words }” means for a rule. Say it otherwise, or leave it out.
rule-without = Leave out “{ $words }”
rule-ask-number = Is it over, at least or under { $number }? Say the rule again with that.
rule-ask-again = That cannot be a rule yet: { $problem }
rule-option-hold = Hold the order
rule-option-tell = Tell me on WhatsApp
rule-option-task = Create a task
rule-option-assign = Assign it to an agent
rule-note = { $thing }: { $event }
rule-note-clock = Look at { $thing }
rule-note-shop = Look at the shop
workflow-text-notify = { $shop }: { $what }
rule-ask-change = What shall be different in “{ $title }”?
rule-title = { $event }: { $do }
workflow-text-says = Text “{ $template }”: { $text }
workflow-box-when = WHEN
workflow-box-if = IF
workflow-box-then = THEN
workflow-box-ask = ASK
workflow-box-wait = WAIT
workflow-box-each = FOR EACH
workflow-box-stop = END
workflow-way-yes = yes
workflow-way-no = otherwise
workflow-way-each = once for each
workflow-flow-alt = 
    Drawn: “{ $title }” in { $count } { $count ->
        [one] box
       *[other] boxes
    }. The sentences with it say the same.
