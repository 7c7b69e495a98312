# WhatsApp aur SMS ke niyam.
messaging-stopped = Ab { $shop } se yahan koi message nahi aayega. Phir se chahiye to START likhiye.
messaging-started = Phir se swagat hai. { $shop } aapke orders ke baare mein message karega. Band karna ho to kabhi bhi STOP likhiye.
messaging-paced = Carrier par apni baari ka intezaar.
messaging-not-wanted = Inhone message band karne ko kaha tha. Sirf woh khud START likhkar chalu kar sakte hain.
messaging-quiet = Raat hai; subah jayega.
messaging-enough-today = 24 ghante mein dukaan inhe { $most } baar pehle likh chuki hai; baad mein jayega.
messaging-no-text-whatsapp = Inhone 24 ghante se WhatsApp par nahi likha, isliye sirf approved template ja sakta hai, aur yeh woh nahi hai.
messaging-no-text-sms = SMS se sirf DLT mein registered text ja sakta hai, aur yeh woh nahi hai.
messaging-no-template = “{ $name }” naam ka approved text nahi hai. "superecom templates add" se jodiye, phir "superecom templates sync".
error-template-values = Text mein { $missing } ke liye kuch nahi hai.
error-template-name = “{ $name }” template ka naam nahi ho sakta, ya channel whatsapp ya sms nahi hai. Naam mein chhote akshar, ank aur _ hote hain.
error-template-empty = Template “{ $name }” ko text aur carrier ki di hui id chahiye.
error-template-category = “{ $category }” nahi chalega: utility, marketing ya authentication likhiye.
