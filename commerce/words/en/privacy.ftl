# Erasing who a customer was.

erase-title = Erase who { $name } is
erase-goes = Goes
erase-stays = Stays
erase-name-only = name and numbers
erase-after = erased in { $hours } hours, may be taken back until then
erase-of-nobody = without name, number and address: tax and disputes want them
erase-addresses = { $count ->
    [one] 1 address
   *[other] { $count } addresses
}
erase-orders = { $count ->
    [0] no orders
    [one] 1 order
   *[other] { $count } orders
}
erase-messages = { $count ->
    [one] 1 message
   *[other] { $count } messages
}
erase-files = { $count ->
    [one] 1 file
   *[other] { $count } files
}
erase-reviews = { $count ->
    [one] 1 review's author
   *[other] authors of { $count } reviews
}
erase-asked = { $name } will be erased in { $hours } hours: name, numbers, addresses, conversations and files. Until then it may be taken back. Orders and money stay, of nobody. Backups made before keep what they hold until you throw them away.
error-erase-done = The data of { $name } was erased on { $at }.
error-erase-asked = { $name } is to be erased already, on { $at }.
error-erase-orders = { $name } cannot be erased yet: { $count ->
    [one] order { $orders } has
   *[other] { $count } orders ({ $orders }) have
} not ended. Ask again once delivered, returned or cancelled.
error-erase-payments = { $name } cannot be erased yet: money of { $orders } is still on its way. Ask again once it has arrived or the link is closed.
error-erase-approvals = { $name } cannot be erased yet: { $count } of their requests wait for a yes or a no. Decide on them first.
error-erase-too-late = It was erased already; it cannot be brought back.
privacy-held = Held of { $name }:
privacy-written = All that is held of { $name } ({ $count } rows) is in { $file }.
privacy-sure = Erase who { $name } is, for good ({ $count } rows are held)?
privacy-erased = { $name } is erased. Backups made before keep what they hold.
