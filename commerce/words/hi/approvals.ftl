error-approval-not-found = ऐसा कोई अनुरोध नहीं है। शायद इस पर फ़ैसला हो चुका है।
error-approval-approved = यह पहले ही मंज़ूर हो चुका है।
error-approval-done = यह पहले ही मंज़ूर होकर हो चुका है।
error-approval-failed = मंज़ूर हुआ था, पर हो नहीं पाया। फिर से कहें तो दोबारा कोशिश करूँगा।
error-approval-declined = इसे मना कर दिया गया था। फिर भी करना हो तो दोबारा कहें।
error-approval-expired = यह अनुरोध पुराना हो गया है। फिर से कहें, मैं नया बना दूँगा।
error-approval-replaced = इसकी जगह नया अनुरोध आ गया है। कृपया नए पर फ़ैसला करें।
error-approval-changed = जो मंज़ूर हुआ था, वह अब अलग है, इसलिए कुछ नहीं किया। फिर से कहें।
error-receipt-not-found = ऐसी कोई रसीद नहीं है, इसलिए वापस करने को कुछ नहीं।
error-undo-late = अब इसे वापस करने का समय निकल गया।
error-undone-before = यह पहले ही वापस हो चुका है।
error-cannot-undo = यह वापस नहीं हो सकता।
approval-asks = क्या कर दूँ? { $title }
approval-asks-several = इन { $count } कामों के लिए आपकी हाँ चाहिए। हर एक पर फ़ैसला करें।
approval-reversible = { $minutes } मिनट तक वापस हो सकता है।
approval-reversible-hours = { $hours } घंटे तक वापस हो सकता है।
approval-final = वापस नहीं हो सकता।
approval-expires = { $at } तक रुकेगा।
approval-approve = हाँ, करें
approval-decline = नहीं
approval-declined = ठीक है, कुछ नहीं बदला।
approval-which = { $count ->
    [one] एक अनुरोध आपकी हाँ का इंतज़ार कर रहा है। क्या यही?
   *[other] { $count } अनुरोध आपकी हाँ का इंतज़ार कर रहे हैं। कौन सा?
}
approval-done-by = { $name } ने आपका अनुरोध मंज़ूर किया।
approval-declined-by = { $name } ने आपका अनुरोध मना किया।
approval-dry-run = परीक्षण: कुछ नहीं बदला।
approval-says-yes = हाँ: { $title }
approval-says-no = नहीं: { $title }
receipt-at = { $at } को हुआ · { $receipt }
receipt-undo = वापस करें
receipt-undo-says = { $subject } वापस करें
receipt-undone = वापस कर दिया: { $subject } पहले जैसा है।
difference-none = –
error-approval-withdrawn = जिसने यह माँगा था वह अब यहाँ काम नहीं करता, इसलिए यह वापस ले लिया गया। कुछ नहीं बदला।
error-approval-own = इसे वही मंज़ूर कर सकता है जिसने माँगा है: यह उसी के बारे में है।
error-approval-needs = यह आपकी अकेले की सीमा से ज़्यादा है: { $amount }, और आपकी सीमा { $most } है। अब { $lowest ->
    [Owner] मालिक
    [Admin] एडमिन या मालिक
    [Manager] मैनेजर, एडमिन या मालिक
   *[other] ज़्यादा सीमा वाले किसी साथी
} की हाँ चाहिए; यह उनकी मंज़ूरियों में दिख रहा है।
error-approval-needs-items = यह एक साथ { $items } चीज़ें बदलेगा, और आप अकेले { $most } तक मंज़ूर कर सकते हैं। अब { $lowest ->
    [Owner] मालिक
    [Admin] एडमिन या मालिक
    [Manager] मैनेजर, एडमिन या मालिक
   *[other] ज़्यादा सीमा वाले किसी साथी
} की हाँ चाहिए; यह उनकी मंज़ूरियों में दिख रहा है।
error-approval-needs-second = इसमें दो लोगों की हाँ चाहिए, सिर्फ़ आपकी काफ़ी नहीं। किसी और की हाँ का इंतज़ार है: { $lowest ->
    [Owner] मालिक
    [Admin] एडमिन या मालिक
    [Manager] मैनेजर, एडमिन या मालिक
   *[other] कोई साथी जो मंज़ूर कर सकता हो
}।
error-approval-no-limit-for = { $role } की कोई सीमा नहीं होती। सीमा Manager, Operator और NdrAgent की होती है।
error-approval-limit-same = पहले से ऐसा ही है, कुछ नहीं बदलेगा।
approval-asks-others = इसके लिए { $lowest ->
    [Owner] मालिक
    [Admin] एडमिन या मालिक
    [Manager] मैनेजर, एडमिन या मालिक
   *[other] ज़्यादा सीमा वाले किसी साथी
} की हाँ चाहिए, उनकी मंज़ूरियों में रख दिया है: { $title }
approval-needs = { $lowest ->
    [Owner] मालिक
    [Admin] एडमिन या मालिक
    [Manager] मैनेजर, एडमिन या मालिक
   *[other] ज़्यादा सीमा वाले साथी
} की हाँ चाहिए
approval-asked-by = { $name } ने { $at } को माँगा
approval-withdraw = वापस लें
approval-waits-for-you = { $name } को आपकी हाँ चाहिए: { $title } बटन दबाइए, या लिखिए “approve { $approval }”।
approval-expired = समय पर किसी ने तय नहीं किया, इसलिए जैसा था वैसा ही रहने दिया: { $title } अब भी चाहिए तो दोबारा कहिए।
approval-cancel-which = रद्द कर दूँ, या जैसा है वैसा रहने दूँ?
approval-cancel-go = हाँ, रद्द करो
approval-cancel-leave = नहीं, रहने दो
approval-stands-approved = ✓ { $name } ने मंज़ूरी दी, { $at }
approval-stands-declined = ✕ { $name } ने मना किया, { $at }
approval-stands-expired = समय पर किसी ने फ़ैसला नहीं किया।
approval-stands-replaced = इसकी जगह नया अनुरोध आ गया है।
approval-stands-withdrawn = वापस लिया गया: माँगने वाले अब यहाँ काम नहीं करते।
undo-which = क्या वापस लूँ?
undo-nothing = यहाँ अब ऐसा कुछ नहीं है जो वापस लिया जा सके।
