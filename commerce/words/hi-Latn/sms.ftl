# SMS.
sms-answer-by-number = Number likhkar jawab dijiye.
sms-more = …aur { $count } aur.
sms-file = File: { $name }. Web chat mein kholiye.
