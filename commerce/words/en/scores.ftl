# Scores: what is said of their versions, and when there is nothing to say.
error-score-version-not-found = There is no version { $number } of { $score }. "superecom scores report" lists those there are.
error-score-no-earlier-version = { $score } has no earlier version to go back to.
error-score-too-little-history = There is too little history to learn this from: { $found } of at least { $needed } { $needed ->
    [one] row
   *[other] rows
} with a known outcome.
error-score-not-found = There is no score called { $score }. There are: { $known }.
error-backtest-no-file = There is no file { $file } here. Give the path of a CSV or Parquet file.
error-backtest-unreadable = { $file } cannot be read: { $why }
error-backtest-no-rows = { $file } holds no rows. It needs a line of column names and rows below it.
error-backtest-no-column = There is no column { $column }. The file has: { $columns }
error-backtest-no-column-near = There is no column { $column }; did you mean { $nearest }? The file has: { $columns }
error-backtest-no-number = Column { $column } should hold numbers, but { $count } { $count ->
        [one] row does
       *[other] rows do
    } not, for example “{ $cell }”.
error-backtest-no-moment = Column { $column } should hold dates, but { $count } { $count ->
        [one] row does
       *[other] rows do
    } not, for example “{ $cell }”. Dates like 2026-11-22, 22/11/2026 or 22 Nov 2026 are read.
error-backtest-not-two = Column { $column } should hold two outcomes, such as 0 and 1; it holds { $found }.
error-backtest-too-little = { $moments ->
    [one] All rows are of one moment: nothing can be learnt before it and judged after. Give another column of times.
   *[other] { $found } rows with an outcome, over { $days } days, are too few to learn from one part and judge on another. At least { $needed } are needed, spread over the time.
}
error-backtest-nothing-to-see = Beside the time and the label no column is left to learn from.
error-scores-store-extra = The setting SUPERECOM_SCORES_STORE needs what does not come by itself: pip install "superecom-assistant[objectstore]".
error-scores-store = { $url } cannot be opened as an object store. SUPERECOM_SCORES_STORE is file, database, or a URL such as s3://bucket/folder.
