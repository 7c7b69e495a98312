error-not-allowed = Aapke role ({ $role }) mein iski permission nahi hai. Manager ya owner se boliye.
error-no-such-tool = { $name } naam ka koi tool nahi hai. Yeh hain: { $tools }.
error-arguments = Request poori ya saaf nahi thi: { $wrong }
error-unexpected = Hamari taraf se kuch gadbad hui, aur kuch badla nahi. Dobara try kijiye; phir ho to yeh reference bataiye: { $reference }.
error-stranger = Main aapko abhi nahi jaanta. Sign in kijiye, ya shop se invitation maangiye.
error-conversation-not-found = Aapki aisi koi conversation nahi hai.
