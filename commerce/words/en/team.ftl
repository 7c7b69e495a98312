team-rows = { $first }–{ $last } of { $count }
team-button-next = Next
team-amount = { $amount }
team-moment = { $at }
team-day = { $day }
team-who-for = { $name } for { $other }
team-nobody = nobody
team-no-limit = no limit
team-items = { $count ->
    [one] 1 thing at once
   *[other] { $count } things at once
}
team-delegate-title = { $name } approves in your place
team-revoke-title = { $name } no longer approves in your place
team-stands-in = Stands in
team-days = for { $name }, { $first } to { $last }
team-delegated = { $name } may approve with your limit from { $first } to { $last }. It ends by itself.
team-revoked = { $name } no longer approves in your place.
team-delegations = { $count ->
    [0] Nobody stands in for anybody.
    [one] One person stands in with approvals.
   *[other] { $count } people stand in with approvals.
}
team-delegations-title = Standing in
team-column-of = For
team-column-to = Stands in
team-column-first = From
team-column-last = Until
team-limit-title = Approval limit of { $role }: { $topic }
team-limit-set = Done: { $title }.
team-limit-amount = Amount
team-limit-items = At once
team-second-title = Second person for { $topic }
team-second-above = Two people above
team-second-none = not asked
approval-list = { $status ->
    [Waiting] { $count ->
        [0] { $whose ->
            [ForMe] Nothing waits for your yes.
            [Mine] None of your requests waits.
           *[other] Nothing waits for approval.
        }
        [one] One request waits for approval{ $mine ->
            [0] { "" }
           *[other] { " " }and you may decide it
        }.
       *[other] { $count } requests wait for approval; { $mine } of those shown you may decide.
    }
   *[other] { $count ->
        [0] There are none.
        [one] There is one.
       *[other] There are { $count }.
    }
}
approval-table-title = Approvals
approval-column-what = What
approval-column-status = Became
approval-column-stake = At stake
approval-column-asked = Asked by
approval-column-decided = Decided by
approval-column-at = When
approval-status-pending = waiting
approval-status-approved = approved
approval-status-done = approved and done
approval-status-failed = approved, could not be done
approval-status-declined = declined
approval-status-expired = ran out of time
approval-status-replaced = replaced by a newer one
approval-status-withdrawn = withdrawn
approval-topic-Everything = everything
approval-topic-Cancellations = cancellations
approval-topic-Returns = returns to origin
approval-topic-Refunds = refunds
approval-topic-Discounts = discounts
approval-topic-Prices = prices
approval-topic-Stock = stock
people-role-Owner = Owner
people-role-Admin = Admin
people-role-Manager = Manager
people-role-Operator = Operator
people-role-NdrAgent = NDR agent
people-role-Viewer = Viewer
people-role-Customer = Customer
people-standing-Active = may come in
people-standing-Disabled = shut out
people-list = { $count ->
    [0] Nobody fits.
    [one] One person{ $role ->
        [none] { "" }
       *[other] { " " }({ $role })
    }{ $status ->
        [Disabled] { " " }is shut out.
       *[other] { " " }works here.
    }
   *[other] { $count } people{ $role ->
        [none] { "" }
       *[other] { " " }({ $role })
    }{ $status ->
        [Disabled] { " " }are shut out.
       *[other] { " " }work here.
    }
}
people-list-title = People
people-column-name = Name
people-column-role = Role
people-column-contact = Reached at
people-column-access = Access
people-column-seen = Last here
people-invite-title = Invite { $name } as { $role }
people-invited = { $name } is invited as { $role }.
people-link-title = Link for { $name }
people-link-body = Open People and press “Show link” beside the name. It shows a link for the web and a code to join by on WhatsApp, Telegram or Slack (they write JOIN and the code). Each is shown once, works once, and for { $hours } hours; pass it on yourself.
people-role-title = Change the role of { $name }
people-role-changed = { $name } is { $role } now.
people-disable-title = Shut out { $name }
people-disabled = { $name } can no longer come in. Sessions are closed, and what they asked for is withdrawn.
people-disable-warning = Open sessions are closed and waiting requests withdrawn. Undoing lets them in again, but brings neither back.
audit-title = Audit log
audit-nothing = The log has nothing like that.
audit-found = { $count ->
    [one] One line. { $who }: { $action }, { $subject }, { $at }.
   *[other] { $count } lines. The latest: { $who }: { $action }, { $subject }, { $at }.
}
audit-line = { $who }: { $action }, { $subject }, { $at }.
audit-nobody = nobody
audit-open = Details
audit-open-says = Show line { $line } of the log
audit-detail-title = { $action }: { $subject }
audit-detail-note = Line { $line } · { $at } · { $who } · from { $channel } · turn { $turn } · why: { $why }
audit-column-at = When
audit-column-who = Who
audit-column-action = What
audit-column-subject = On what
audit-column-why = Why
audit-column-field = Field
audit-column-before = Before
audit-column-after = After
setting-shown = { $name }: zone { $zone }, language { $language }, approvals wait { $minutes } minutes.
setting-title = Settings
setting-column-setting = Setting
setting-column-value = Value
setting-column-topic = About
setting-limits-title = What each role may approve alone
setting-limits-note = Owner and Admin have no limit. What equals a limit is within it.
setting-second-note = Two people must agree on { $topic } above { $above }.
setting-Name = Name of the shop
setting-Zone = Time zone
setting-Language = Language
setting-ApprovalMinutes = Approvals wait
setting-language-en = English
setting-language-hi = Hindi
setting-language-hi-Latn = Hinglish
setting-minutes = { $minutes } minutes
setting-change-title = Change: { $setting }
setting-changed = { $setting }: { $value }.
setting-my-language = { $language ->
    [English] I will answer you in English.
    [Hindi] I will answer you in Hindi.
    [Hinglish] I will answer you in Hinglish.
   *[other] I will answer you in whatever you write.
}
planner-need-name = What is the name or the new value?
planner-need-contact = Which e-mail or phone number?
planner-need-StaffRole = Which role: Owner, Admin, Manager, Operator, NDR agent or Viewer?
planner-need-Setting = Which setting: name, time zone, language, or how long approvals wait?
planner-need-AnswerLanguage = Which language: English, Hindi or Hinglish?
error-people-above-you = { $role } is above you. Only somebody of at least that role may do this.
error-people-not-yourself = Nobody raises themselves. Ask an Owner of the shop.
error-people-role-same = They have the role { $role } already.
error-people-last-owner = This is the last Owner, and a shop needs one. Make somebody else an Owner first.
error-people-disable-self = You cannot shut yourself out. Ask another Owner or Admin.
error-people-nobody = Nobody of the shop is called { $name }. There are: { $names }
error-people-several = Several people are called { $name }. Which one?
error-people-taken = { $name } has { $contact } already.
error-people-came-in = { $name } has come in already. Shut them out instead.
error-people-no-contact = { $contact } is neither an e-mail nor a phone number.
error-people-stands-in-already = { $name } stands in for you already, until { $last }.
error-people-stand-in-self = You cannot stand in for yourself. Name a colleague.
error-people-cannot-stand-in = { $name } is { $role } and may approve nothing. Name somebody who may.
error-people-does-not-stand-in = { $name } does not stand in for you.
error-people-days-backwards = From { $first } to { $last } cannot be: begin today or later, and end after that.
error-people-days-many = That is too long. At most { $most } days; for longer, change the role.
error-setting-moved = This was changed again since, so it was left as it is.
error-setting-same = It is set like that already.
error-setting-name = A shop's name has 1 to { $most } letters.
error-setting-language = { $language } is no language I know. Choose English, Hindi or Hinglish.
error-setting-minutes = Approvals can wait { $least } to { $most } minutes. Say a number of minutes.
error-audit-not-found = The log has no such line.
error-approval-second-amount = Above which amount must two people agree? For example: refunds above 10000.
web-ui-state-withdrawn = The person who asked no longer works here. Nothing was changed.
