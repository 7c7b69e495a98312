proof-title = Delivery proof: parcel { $awb }
proof-made = Made by { $shop } ({ $by }) on { $at }
proof-key = Signed by the key { $fingerprint }
proof-heading-case = The case
proof-heading-attempts = What the courier reports of its attempts
proof-heading-story = Everything that happened, by time
proof-heading-seal = How to check this file
proof-story-note = Times of the zone { $zone }, with UTC beneath. Scans carry the courier's own time and when we were told. The small digits are the digest of the entry and of all before it.
proof-line-order = Order
proof-line-items = Items
proof-line-total = Total
proof-line-customer = Customer
proof-line-contact = Contact
proof-line-address = Delivery address
proof-line-courier = Courier
proof-line-opened = First failed
proof-line-status = Status
proof-line-signs = Against the last attempt
proof-line-digest = Digest of the content
proof-line-key = Fingerprint of the key
proof-order = { $order }, placed { $at }
proof-total = { $total }, { $method }
proof-attempt-number = Attempt { $number }
proof-attempt = { $reason } · the courier's code: { $code } · its words: { $text }
proof-scan = { $who }: { $what }{ $place ->
    [none] { "" }
   *[other] , { $place }
}
proof-from-customer = { $who } wrote ({ $channel })
proof-to-customer = { $who ->
    [none] The shop's assistant wrote
   *[other] { $who } of the shop wrote
} ({ $channel })
proof-call = { $who ->
    [none] A call
   *[other] { $who } called
}{ $outcome ->
    [none] { "" }
   *[other] : the customer { $outcome }
}
proof-action = { $who ->
    [none] The shop
   *[other] { $who }
}: { $what }
proof-at-heard = We were told: { $at }
proof-at-sent = Sent: { $at }
proof-at-delivered = Delivered to the phone: { $at }
proof-at-read = Read: { $at }
proof-transcribed = Spoken; a machine wrote it down
proof-with-pressed = Button pressed: { $value }
proof-with-code = Code: { $value }
proof-with-status = State: { $value }
proof-with-ids = Known to the carrier as: { $value }
proof-seal = { $count ->
    [one] One entry
   *[other] { $count } entries
}, chained: each digest is the SHA-256 of the one before and of the entry, whose exact content lies in this PDF as content.json. The last line of the file is an Ed25519 signature over every byte before it; “superecom verify FILE” checks both. Whoever wants to be sure asks the shop for the fingerprint of its key.
proof-footer = Parcel { $awb } · { $digest } · { $page } / { $pages }
proof-packed = The proof pack of { $awb } is ready: { $entries ->
    [one] one entry
   *[other] { $entries } entries
}, signed by the key { $fingerprint }.
proof-file-title = Proof pack of { $awb }
proof-file-note = { $entries ->
    [one] 1 entry
   *[other] { $entries } entries
}, signed
proof-written = { $name }: { $entries } entries, signed by the key { $fingerprint }
proof-verified = { $name } is as it was signed, by the key { $fingerprint }, which is that of { $shop }.
proof-verified-unknown = { $name } is as it was signed, but by the key { $fingerprint }, which nobody here has. Ask the shop for the fingerprint of its key and name it with --key.
proof-verified-named = { $name } is as it was signed, by the key { $fingerprint } that you named.
proof-broken = { $name } is not as it was signed: file and signature do not agree.
proof-unsigned = { $name } has no signature at its end.
ndr-button-proof = Proof pack
ndr-button-proof-says = Make the proof pack of parcel { $awb }
error-proof-no-key = Nothing can be signed here, as no keys are kept.
error-proof-language = That language is not known. There are: { $languages }.
proof-outcome = The customer { $outcome }
proof-not-drawn = [{ $script } script: see content.json]
