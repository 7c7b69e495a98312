agents-says = { $count ->
    [0] Nobody works undelivered parcels yet.
    [one] One person works undelivered parcels
   *[other] { $count } people work undelivered parcels
}{ $count ->
    [0] { "" }
   *[other], { $working } of them on shift now; together they have { $open } open.
}
agents-title = Who works undelivered parcels
agents-note = Open cases are of the most each takes at once. Untouched ones of who is away can be given to others.
agents-column-name = Agent
agents-column-state = Now
agents-column-shift = Shift
agents-column-languages = Speaks
agents-column-reasons = Good at
agents-column-open = Open
agents-column-today = Given today
agents-state = { $state ->
    [on] takes cases
    [off] away
    [leave] on leave
   *[shift] not on shift
}
agents-shift = { $opens ->
    [none] any hour
   *[other] { $opens }–{ $closes }
}
agents-load = { $open } of { $cap }
agents-number = { $number }
agents-money = { $amount }
agents-cases = { $count } at once
agents-takes = { $only ->
    [yes] only these reasons
   *[no] any reason
}
agents-list = { $items }
agents-not-said = not said
agents-no-rest = none
agents-leave-days = away { $first } to { $last }
agents-button-cases = Their parcels
agents-button-cases-says = NDR of { $name }
agents-set-title = What { $name } works
agents-set = Changed for { $name }: { $what }.
agents-availability-title = { $name } and new parcels
agents-availability-set = { $name }: { $state }.
agents-field-languages = Speaks
agents-field-reasons = Good at
agents-field-only = Is given
agents-field-cap = Open cases at most
agents-field-shift = Shift
agents-field-rest = Weekly off
agents-field-leave = Leave
agent-warning-cases = { $count ->
    [one] One parcel that { $name } has not touched stays with them; reassign it to others.
   *[other] { $count } parcels that { $name } has not touched stay with them; reassign them to others.
}
spoken-language-Hindi = Hindi
spoken-language-English = English
spoken-language-Marathi = Marathi
spoken-language-Tamil = Tamil
spoken-language-Telugu = Telugu
spoken-language-Kannada = Kannada
spoken-language-Malayalam = Malayalam
spoken-language-Bengali = Bengali
spoken-language-Gujarati = Gujarati
spoken-language-Punjabi = Punjabi
spoken-language-Odia = Odia
spoken-language-Assamese = Assamese
spoken-language-Urdu = Urdu
spoken-language-Arabic = Arabic
spoken-language-Indonesian = Indonesian
weekday-Monday = Monday
weekday-Tuesday = Tuesday
weekday-Wednesday = Wednesday
weekday-Thursday = Thursday
weekday-Friday = Friday
weekday-Saturday = Saturday
weekday-Sunday = Sunday
only-theirs-OnlySkills = Only what they are good at
only-theirs-Anything = Any reason
availability-Working = Takes parcels
availability-Away = Away
form-speaks = Language
form-good-at = Good at
form-takes = Is given
form-cap = Open cases at most
form-shift = Shift (10:00-19:00)
form-weekly-off = Weekly off
form-availability = Takes parcels
form-from-day = From
form-until-day = Until

assignment-why = Why
assignment-because = With { $name } about { $expected } of the { $stake } at stake should come back.
assignment-because-score = { $name } has { NUMBER($score, maximumFractionDigits: 1) } points.
assignment-because-record = Of { $of } settled parcels with { $reason } they delivered { $well }.
assignment-because-language = { $speaks ->
    [yes] Speaks the customer's language.
   *[no] Does not speak the customer's language.
}
assignment-because-wait = { $ahead ->
    [0] Nothing waits before it
    [one] One parcel waits before it
   *[other] { $ahead } parcels wait before it
}{ $when ->
    [now]; they can begin now.
    [later]; they come to it { $at }.
   *[soon]; they come to it in about { $minutes } minutes.
}
assignment-next = Next best: { $name } with { $expected }{ $together ->
    [yes]  – more for this parcel alone, but other parcels need them more.
   *[no] .
}
assignment-next-score = Next: { $name } with { NUMBER($score, maximumFractionDigits: 1) } points.
assignment-nobody-else = Nobody else can take it now.
assignment-title = Who should take { $awb }
assignment-column-agent = Agent
assignment-column-expected = Expected back
assignment-column-skill = By success
assignment-column-language = By language
assignment-column-waiting = By waiting
assignment-column-chance = Chance
assignment-column-ahead = Before it
assignment-column-parcels = Parcels
assignment-column-begins = Begins
assignment-left = { $who ->
    [none] What anybody would bring, and what success, language and waiting add or take, come to what is expected.
   *[other] Not asked: { $who }.
}
assignment-left-one = { $name } ({ $why ->
    [theirs] has it already
    [off] away
    [leave] on leave
    [full] hands full
    [skill] does not work this reason
    [shift] would come to it too late
   *[fairness] was given more than their share today
})
assignment-share-title = Who gets how many
assignment-share-note = Shared out so that the most rupees come back from all of them together; nobody is given more than one and a half times the mean.
ndr-many-assign-best-title = Share out { $parcels } worth { $worth } by who recovers the most
ndr-many-assigned-best = { $parcels } shared out.
setting-NdrAssignment = Assign NDR by itself
setting-assignment = { $method ->
    [recovered] by expected rupees
    [published] by the platform's score
   *[off] off
}
audit-action-set_agent = change an agent's work
audit-action-set_availability = change an agent's availability
error-setting-assignment = Say off, recovered (by expected rupees) or published (by the platform's score).
error-assignment-settled = This case is settled; nobody needs to take it.
error-assignment-nobody = Nobody can take { $awb } now: all are away, full, or off shift for long. Raise a cap, or name somebody.
error-assignment-nobody-for-any = Nobody can take these now: all are away, full, or off shift for long. Raise a cap, or name somebody.
error-assignment-none-stuck = No untouched parcel is with anybody who is away, and none lay too long.
error-agent-nothing-changes = Say what changes for { $name }: a language, a reason, a cap such as 40 cases, a shift such as 10 to 7, or a weekly off.
error-agent-never-works = { $name } would have no day of work left.
error-agent-works-anyway = { $name } works unless said otherwise; give days only for leave.
error-agent-works-already = { $name } takes parcels already.
error-agent-is-off-already = { $name } is away already.
error-agent-leave-past = These days are over. Give days from today on.
error-agent-leave-long = Leave can be { $days } days at most.
