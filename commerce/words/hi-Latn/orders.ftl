order-status-Pending = Pending
order-status-Confirmed = Confirmed
order-status-Processing = Pack ho raha hai
order-status-Shipped = Shipped
order-status-Delivered = Delivered
order-status-Cancelled = Cancelled
order-status-Returned = Return ho gaya
order-status-RTO = RTO (bina deliver hue wapas)
order-status-OnHold = Hold par
order-status-Failed = Failed

order-filter-Pending = pending
order-filter-Confirmed = confirmed
order-filter-Processing = pack ho rahe
order-filter-Shipped = shipped
order-filter-Delivered = delivered
order-filter-Cancelled = cancelled
order-filter-Returned = return hue
order-filter-RTO = RTO
order-filter-OnHold = hold par
order-filter-Failed = failed
order-filter-Unshipped = abhi tak nahi nikle
order-filter-Open = open
order-filter-NotCancelled = cancel nahi hue

payment-method-COD = COD
payment-method-Card = Card
payment-method-UPI = UPI
payment-method-NetBanking = Net banking
payment-method-Wallet = Wallet
payment-method-EMI = EMI
payment-method-BankTransfer = Bank transfer
payment-method-Other = Koi aur

payment-status-Pending = paisa nahi aaya
payment-status-Paid = paid
payment-status-Failed = payment fail
payment-status-Refunded = refund ho gaya
payment-status-PartiallyRefunded = thoda refund hua
payment-status-CODPending = cash lena baaki
payment-status-CODCollected = cash mil gaya

payment-kind-cod = COD
payment-kind-prepaid = prepaid
payment-kind-unpaid = unpaid
payment-kind-upi = UPI
payment-kind-card = card
payment-kind-net_banking = net banking
payment-kind-wallet = wallet
payment-kind-emi = EMI
payment-kind-bank_transfer = bank transfer

sales-channel-Shopify = Shopify
sales-channel-Amazon = Amazon
sales-channel-Flipkart = Flipkart
sales-channel-Meesho = Meesho
sales-channel-WooCommerce = WooCommerce
sales-channel-Custom = Apni dukaan

order-sort-newest = naye pehle
order-sort-oldest = purane pehle
order-sort-largest = bade pehle
order-sort-smallest = chhote pehle

order-at-least = { $amount } se upar
order-at-most = { $amount } tak
order-amount = { $amount }
order-moment = { $at }
order-pieces = { $pieces } piece

order-found-when = { $period ->
    [none] Kul
    [today] Aaj
    [yesterday] Kal
   *[other] { $days ->
        [1] { $first } ko
       *[other] { $first } se { $last } tak
    }
}
order-found = { order-found-when } { $count ->
    [0] koi order nahi
   *[other] { $count } order
}{ $what ->
    [none] { "" }
   *[other] { " " }({ $what })
}{ $count ->
    [0] .
   *[other] , total { $total }.
}
order-list-title = Orders
order-list-note = { $count } mein se { $first } se { $last }, { $sort }

order-column-number = Order
order-column-status = Status
order-column-total = Amount
order-column-payment = Payment
order-column-customer = Customer
order-column-city = City
order-column-placed = Kab aaya

order-shown = Order { $number }, { $customer } ({ $city }): { $status }, { $total }, { $payment }, { $placed } ko aaya.

order-line-status = Status
order-line-customer = Customer
order-line-phone = Phone
order-line-address = Pata
order-line-payment = Payment
order-line-discount = Discount
order-line-shipping = Shipping
order-line-refunded = Refund hua
order-line-channel = Channel
order-line-placed = Kab aaya
order-line-hold-reason = Hold ka karan
order-line-cancel-reason = Cancel ka karan
order-line-parcel = Parcel
order-line-ndr = Delivery fail
order-line-note = Note
order-payment = { $method }, { $status }
order-parcel = { $awb }, { $courier }: { $status }
order-ndr = { $reason }, { $attempts } attempt, { $due } tak kuch karna hai

order-story-status = { $reason ->
    [none] { $status }
   *[other] { $status }: { $reason }
}
order-story-packed = Parcel { $awb } bana
order-story-picked-up = Parcel { $awb } pickup hua
order-story-out-for-delivery = Parcel { $awb } delivery ke liye nikla
order-story-delivered = Parcel { $awb } deliver hua
order-story-returning = Parcel { $awb } wapas aa raha hai

order-button-show = Dekhein
order-button-show-says = Order { $number } dikhao
order-button-track = Track
order-button-track-says = Order { $number } kahan hai?
order-button-hold = Hold karein
order-button-hold-says = Order { $number } hold karo
order-button-cancel = Cancel karein
order-button-cancel-says = Order { $number } cancel karo
order-button-next = Aur dikhao

order-cancel-title = Order { $number } cancel karna
order-cancelled = Order { $number } cancel ho gaya.
order-hold-title = Order { $number } hold karna
order-held = Order { $number } hold par hai: { $reason }.
order-difference-parcel = Parcel { $awb }
order-difference-reserved = Rakha hua stock: { $place }
order-reason-cancelled-in-chat = Chat se cancel kiya
order-reason-held-in-chat = Chat se hold kiya
order-reason-undone = Wapas liya
order-warning-paid = { $paid } pay ho chuka hai, isse refund nahi hoga.
order-warning-on-the-pickup-list = Parcel { $awb } courier ki pickup list mein hai. Courier aaye to ise rok lein.
order-warning-oversold = { $place } ka stock ab jitna hai usse zyada promise ho chuka hai.

error-order-not-found = Order { $number } nahi mila. Number check karein, ya customer ke naam ya phone se order poochein.
error-order-ambiguous = { $number } se kai order milte hain. Kaunsa wala?
error-order-already-cancelled = Order { $number } pehle se cancelled hai.
error-order-cancel-shipped = Order { $number } courier ke paas hai, cancel nahi ho sakta. Ise RTO (wapas mangwana) kar sakte hain.
error-order-cancel-delivered = Order { $number } deliver ho chuka hai, cancel nahi ho sakta. Return lekar refund kar sakte hain.
error-order-cancel-returned = Order { $number } wapas aa raha hai ya aa chuka hai, cancel nahi ho sakta. Pay hua tha to refund karein.
error-order-cancel-failed = Order { $number } fail ho gaya tha, cancel karne ko kuch nahi hai.
error-order-already-held = Order { $number } pehle se hold par hai.
error-order-hold-shipped = Order { $number } courier ke paas hai, hold nahi ho sakta. Ise RTO (wapas mangwana) kar sakte hain.
error-order-hold-finished = Order { $number } ({ $status }) poora ho chuka hai, hold karne ko kuch nahi hai.
error-order-moved-on = Order { $number } tab se aage badh gaya hai ({ $status }), isliye undo nahi ho sakta. Order dekh kar dobara decide karein.
error-customer-not-found = Customer { $customer } nahi mila. Poora naam, phone number ya e-mail try karein.
error-period-impossible = { $period } aisi koi tareekh nahi hai. Aaj, pichle hafte, ya tareekh se tareekh tak boliye.
