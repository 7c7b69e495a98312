honesty-awaits-approval = Abhi kuch nahi badla hai, aapki haan ka intezaar hai.
honesty-cannot-say = Ye mujhe aapki shop ke records mein nahi mila, aur maine kuch badla nahi hai. Order, product ya samay bataiye, main dekh leta hoon.
