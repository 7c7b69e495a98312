error-courier-not-connected = { $courier } connected nahi hai. Settings mein connect karein, ya requests ek file mein rakhwa lein.
error-courier-already-returning = Parcel { $awb } pehle se aapke paas wapas aa raha hai.
error-ndr-refusal-verified = Customer ne parcel { $awb } lene se mana kiya aur OTP se confirm kiya, isliye courier dobara nahi jayega. Ye sirf wapas aa sakta hai.
error-ndr-no-attempt-left = Courier parcel { $awb } ke liye { $attempts } baar ja chuka hai aur ab nahi jayega. Ye wapas aa sakta hai, ya customer khud le sakta hai.
error-manual-courier-file = Haath se bheji jaane wali requests ki file { $file } mein abhi likha nahi ja sakta.
