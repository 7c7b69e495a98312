# Scores: what is said of their versions, and when there is nothing to say.
error-score-version-not-found = { $score } ka version { $number } nahi hai. "superecom scores report" saare versions dikhata hai.
error-score-no-earlier-version = { $score } ka koi purana version nahi hai jis par laut sakein.
error-score-too-little-history = Ise seekhne ke liye history kam hai: nateeje wali kam se kam { $needed } rows chahiye, { $found } mili.
