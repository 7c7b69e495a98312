error-score-too-few-reviews = Shabdon wale { $count } review hain; aapke customer kaise likhte hain ye seekhne ke liye { $needed } chahiye, shuru aur aakhir dono mein acche aur bure. Tab tak review hamari word list se padhe jaate hain.
error-backtest-sentiment-too-few = Text aur label wale { $count } review kaam ke hain (kism: { $kinds }). Kam se kam { $needed } chahiye, do kism ke, har ek ke paanch.
error-backtest-sentiment-labels = Label ke column mein { $count } alag values hain, jaise { $sample }. Usme stars, positive aur negative jaise shabd, ya 0 aur 1 jaise number hone chahiye.
error-score-too-few-customers = Seekhne ke liye ek se zyada baar kharidne wale customer bahut kam hain ({ $needed } chahiye). Tab tak kisi ek customer ke baare mein andaza nahi lagaya jaata.
error-backtest-customers-none = Kisi row mein customer, date aur zero se upar amount ek saath nahi hai. Dekhein ki ye kin columns mein hain.
error-backtest-customers-cut = Kharidari { $first } aur { $last } ke beech ki hai; cut { $cut } inhi ke beech hona chahiye.
error-backtest-customers-too-few = Cut se pehle { $customers } customers ne kharida, { $again } ne ek se zyada baar. Kam se kam { $needed } chahiye, jinme { $needed_again } ne ek se zyada baar kharida ho; baad ki date ya lambi file chunein.
