# Scores: what is said of their versions, and when there is nothing to say.
error-score-version-not-found = { $score } ka version { $number } nahi hai. "superecom scores report" saare versions dikhata hai.
error-score-no-earlier-version = { $score } ka koi purana version nahi hai jis par laut sakein.
error-score-too-little-history = Ise seekhne ke liye history kam hai: nateeje wali kam se kam { $needed } rows chahiye, { $found } mili.
error-score-not-found = { $score } naam ka koi score nahi hai. Ye hain: { $known }.
error-backtest-no-file = Yahan { $file } naam ki file nahi hai. CSV ya Parquet file ka path dijiye.
error-backtest-unreadable = { $file } padhi nahi ja saki: { $why }
error-backtest-no-rows = { $file } mein koi row nahi hai. Upar columns ke naam aur neeche rows chahiye.
error-backtest-no-column = { $column } naam ka column nahi hai. File mein ye hain: { $columns }
error-backtest-no-column-near = { $column } naam ka column nahi hai; kya { $nearest } kehna tha? File mein ye hain: { $columns }
error-backtest-no-number = Column { $column } mein numbers hone chahiye, par { $count } rows mein nahi hain, jaise “{ $cell }”.
error-backtest-no-moment = Column { $column } mein tareekhein honi chahiye, par { $count } rows mein nahi hain, jaise “{ $cell }”. 2026-11-22, 22/11/2026 ya 22 Nov 2026 jaisi tareekhein padhi jaati hain.
error-backtest-not-two = Column { $column } mein do hi nateeje hone chahiye, jaise 0 aur 1; ismein { $found } hain.
error-backtest-too-little = { $moments ->
    [one] Saari rows ek hi samay ki hain: pehle se seekhkar baad par parakhna nahi ho sakta. Samay ka koi aur column dijiye.
   *[other] { $days } din ki { $found } rows ka nateeja pata hai; ek hisse se seekhkar doosre par parakhne ke liye kam hai. Kam se kam { $needed } chahiye, poore samay mein phaili hui.
}
error-backtest-nothing-to-see = Samay aur label ke alawa seekhne ke liye koi column nahi bacha.
error-scores-store-extra = Setting SUPERECOM_SCORES_STORE ke liye ye bhi chahiye: pip install "superecom-assistant[objectstore]".
error-scores-store = { $url } object store ki tarah nahi khul raha. SUPERECOM_SCORES_STORE mein file, database ya s3://bucket/folder jaisa URL likhein.
