error-not-allowed = Aapke role ({ $role }) mein iski permission nahi hai. Manager ya owner se boliye.
