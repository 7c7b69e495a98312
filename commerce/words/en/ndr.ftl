error-courier-not-connected = { $courier } is not connected. Connect it in the settings, or let requests be kept in a file.
error-courier-already-returning = Parcel { $awb } is already on its way back to you.
error-ndr-refusal-verified = The customer refused parcel { $awb } and confirmed it with an OTP, so the courier will not try again. It can only come back.
error-ndr-no-attempt-left = The courier has made { $attempts } attempts for parcel { $awb } and makes no more. It can come back, or the customer can collect it.
error-manual-courier-file = The file { $file } for requests by hand cannot be written now.
