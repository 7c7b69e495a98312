# SMS: plain words.
sms-answer-by-number = Answer with the number.
sms-more = …and { $count } more.
sms-file = File: { $name }. Open it in the web chat.
