# ग्राहक की पहचान मिटाना।

erase-title = { $name } की पहचान मिटाना
erase-goes = मिटेगा
erase-stays = रहेगा
erase-name-only = नाम और नंबर
erase-after = { $hours } घंटे बाद मिटेगा, तब तक वापस ले सकते हैं
erase-of-nobody = बिना नाम, नंबर और पते के: टैक्स और विवाद के लिए ज़रूरी
erase-addresses = { $count } पते
erase-orders = { $count } ऑर्डर
erase-messages = { $count } संदेश
erase-files = { $count } फ़ाइलें
erase-reviews = { $count } रिव्यू के लेखक
erase-asked = { $name } का डेटा { $hours } घंटे बाद मिटा दिया जाएगा: नाम, नंबर, पते, बातचीत और फ़ाइलें। तब तक वापस ले सकते हैं। ऑर्डर और पैसे का हिसाब बिना नाम के रहेगा। पहले बने बैकअप में डेटा तब तक रहेगा जब तक आप उन्हें न हटाएँ।
error-erase-done = { $name } का डेटा { $at } को मिटाया जा चुका है।
error-erase-asked = { $name } का डेटा पहले से { $at } को मिटना तय है।
error-erase-orders = { $name } का डेटा अभी नहीं मिट सकता: { $count } ऑर्डर ({ $orders }) पूरे नहीं हुए। डिलीवर, वापस या कैंसल होने के बाद फिर कहें।
error-erase-payments = { $name } का डेटा अभी नहीं मिट सकता: { $orders } का पैसा अभी रास्ते में है। पहुँचने या लिंक बंद होने के बाद फिर कहें।
error-erase-approvals = { $name } का डेटा अभी नहीं मिट सकता: उनके { $count } अनुरोध हाँ या ना का इंतज़ार कर रहे हैं। पहले उन पर फ़ैसला करें।
error-erase-too-late = डेटा मिट चुका है; वापस नहीं आ सकता।
privacy-held = { $name } के बारे में रखा गया:
privacy-written = { $name } के बारे में जो कुछ रखा है ({ $count } पंक्तियाँ), { $file } में है।
privacy-sure = { $name } की पहचान हमेशा के लिए मिटाएँ ({ $count } पंक्तियाँ)?
privacy-erased = { $name } का डेटा मिट गया। पहले बने बैकअप में जो है वह रहेगा।
