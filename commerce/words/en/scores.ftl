# Scores: what is said of their versions, and when there is nothing to say.
error-score-version-not-found = There is no version { $number } of { $score }. "superecom scores report" lists those there are.
error-score-no-earlier-version = { $score } has no earlier version to go back to.
error-score-too-little-history = There is too little history to learn this from: { $found } of at least { $needed } { $needed ->
    [one] row
   *[other] rows
} with a known outcome.
