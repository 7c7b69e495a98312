error-approval-not-found = There is no such request to approve. It may have been decided already.
error-approval-approved = This was already approved.
error-approval-done = This was already approved and done.
error-approval-failed = This was approved, but could not be done. Ask again to try once more.
error-approval-declined = This was declined. Ask again if you want it after all.
error-approval-expired = This request is too old to approve. Ask again and I will prepare it afresh.
error-approval-replaced = A newer request replaced this one. Please decide on the newer one.
error-approval-changed = What was approved is not what would run now, so nothing was done. Please ask again.
error-receipt-not-found = There is no such receipt, so there is nothing to undo.
error-undo-late = It is too late to undo this.
error-undone-before = This was already undone.
error-cannot-undo = This cannot be undone.
approval-asks = Shall I do this? { $title }
approval-asks-several = These { $count } things need your yes. Please decide on each.
approval-reversible = Can be undone for { $minutes } minutes.
approval-reversible-hours = Can be undone for { $hours } hours.
approval-final = Cannot be undone.
approval-expires = Waits until { $at }.
approval-approve = Approve
approval-decline = Decline
approval-declined = Left as it is. Nothing was changed.
approval-which = { $count ->
    [one] One request waits for your yes. Do you mean this one?
   *[other] { $count } requests wait for your yes. Which one do you mean?
}
approval-done-by = { $name } approved your request.
approval-declined-by = { $name } declined your request.
approval-dry-run = Trial run: nothing was changed.
approval-says-yes = Yes: { $title }
approval-says-no = No: { $title }
receipt-at = Done { $at } · { $receipt }
receipt-undo = Undo
receipt-undo-says = Undo { $subject }
receipt-undone = Undone. As it was before: { $subject }.
difference-none = –
error-approval-withdrawn = Whoever asked for this no longer works here, so it was withdrawn. Nothing was changed.
error-approval-own = Only the person who asked for this may approve it: it is about themselves.
error-approval-needs = This is above what you may approve alone: { $amount }, and your limit is { $most }. It waits for the yes of { $lowest ->
    [Owner] an Owner
    [Admin] an Admin or Owner
    [Manager] a Manager, Admin or Owner
   *[other] a colleague with a higher limit
}, who finds it in their approvals.
error-approval-needs-items = This changes { $items } things at once, and you may approve { $most } alone. It waits for the yes of { $lowest ->
    [Owner] an Owner
    [Admin] an Admin or Owner
    [Manager] a Manager, Admin or Owner
   *[other] a colleague with a higher limit
}, who finds it in their approvals.
error-approval-needs-second = Two people must agree to this, so your own yes is not enough. It waits for the yes of another: { $lowest ->
    [Owner] an Owner
    [Admin] an Admin or Owner
    [Manager] a Manager, Admin or Owner
   *[other] a colleague who may approve it
}.
error-approval-no-limit-for = { $role } has no limit to set. Limits are for Manager, Operator and NdrAgent.
error-approval-limit-same = It is like that already, so nothing would change.
approval-asks-others = This needs the yes of { $lowest ->
    [Owner] an Owner
    [Admin] an Admin or Owner
    [Manager] a Manager, Admin or Owner
   *[other] a colleague with a higher limit
}, and waits in their approvals: { $title }
approval-needs = Needs { $lowest ->
    [Owner] an Owner
    [Admin] an Admin or Owner
    [Manager] a Manager, Admin or Owner
   *[other] a colleague with a higher limit
}
approval-asked-by = { $name } asked on { $at }
approval-withdraw = Take back
approval-waits-for-you = { $name } needs your yes: { $title } Press a button, or write “approve { $approval }”.
approval-expired = Nobody decided in time, so this was left as it is: { $title } Ask again if you still want it.
approval-cancel-which = Do you want me to go ahead with the cancellation, or leave it as it is?
approval-cancel-go = Yes, cancel it
approval-cancel-leave = No, leave it
approval-stands-approved = ✓ Approved by { $name }, { $at }
approval-stands-declined = ✕ Declined by { $name }, { $at }
approval-stands-expired = Nobody decided this in time.
approval-stands-replaced = A newer request replaced this one.
approval-stands-withdrawn = Withdrawn: whoever asked no longer works here.
undo-which = What shall I undo?
undo-nothing = There is nothing here that can still be undone.
