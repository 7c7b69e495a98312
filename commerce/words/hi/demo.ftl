error-demo-exists = यहाँ पहले से एक डेमो दुकान है: { $name }। उसी को इस्तेमाल करें, या SUPERECOM_HOME किसी खाली फ़ोल्डर पर रखकर दूसरी बनाएँ।
error-demo-too-small = डेमो दुकान के लिए कम से कम { $fewest } ऑर्डर चाहिए।
error-demo-no-customer = डेमो दुकान में ऐसा कोई ग्राहक नहीं है। `superecom demo --sample 5 --json` से मौजूद ग्राहक देखें।
