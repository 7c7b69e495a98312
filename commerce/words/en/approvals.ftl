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
