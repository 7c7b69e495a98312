# Scores: what is said of their versions, and when there is nothing to say.
error-score-version-not-found = { $score } का version { $number } नहीं है। "superecom scores report" सभी versions दिखाता है।
error-score-no-earlier-version = { $score } का कोई पुराना version नहीं है जिस पर लौटा जा सके।
error-score-too-little-history = इसे सीखने के लिए इतिहास कम है: नतीजे वाली कम से कम { $needed } rows चाहिए, { $found } मिलीं।
