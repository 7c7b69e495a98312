honesty-awaits-approval = Nothing has changed yet: it waits for your approval.
honesty-cannot-say = I could not find that in your shop's records, and I have changed nothing. Tell me the order, product or period you mean, and I will look it up.
honesty-off-work = I help with this shop’s orders, parcels, stock and figures, and with nothing else.
