honesty-awaits-approval = Abhi kuch nahi badla hai, aapki haan ka intezaar hai.
honesty-cannot-say = Ye mujhe aapki shop ke records mein nahi mila, aur maine kuch badla nahi hai. Order, product ya samay bataiye, main dekh leta hoon.
honesty-off-work = Main is shop ke orders, parcels, stock aur figures mein madad karta hoon, aur kisi cheez mein nahi.
