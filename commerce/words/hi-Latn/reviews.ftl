error-score-too-few-reviews = Shabdon wale { $count } review hain; aapke customer kaise likhte hain ye seekhne ke liye { $needed } chahiye, shuru aur aakhir dono mein acche aur bure. Tab tak review hamari word list se padhe jaate hain.
error-backtest-sentiment-too-few = Text aur label wale { $count } review kaam ke hain (kism: { $kinds }). Kam se kam { $needed } chahiye, do kism ke, har ek ke paanch.
error-backtest-sentiment-labels = Label ke column mein { $count } alag values hain, jaise { $sample }. Usme stars, positive aur negative jaise shabd, ya 0 aur 1 jaise number hone chahiye.
