# Rules of WhatsApp and SMS: who may be written to, when, and in which words.
messaging-stopped = You will get no more messages from { $shop } here. Write START if you want them again.
messaging-started = Welcome back. { $shop } will write to you about your orders again. Write STOP at any time to end it.
messaging-paced = Waits its turn at the carrier.
messaging-not-wanted = This person asked not to be written to. Only they can change that, by writing START.
messaging-quiet = It is night; it goes in the morning.
messaging-enough-today = The shop wrote first to this person { $most } times in 24 hours; it goes later.
messaging-no-text-whatsapp = This person has not written on WhatsApp for 24 hours, so only an approved template may be sent, and this is none.
messaging-no-text-sms = Only texts registered with DLT may be sent by SMS, and this is none.
messaging-no-template = No approved text “{ $name }”. Add it with "superecom templates add", then "superecom templates sync".
error-template-values = The text has nothing for { $missing }.
error-template-name = “{ $name }” cannot be a template's name, or its channel is neither whatsapp nor sms. Names are small letters, digits and _.
error-template-empty = The template “{ $name }” needs a text and the id that the carrier gave it.
error-template-category = “{ $category }” is none of utility, marketing, authentication.
