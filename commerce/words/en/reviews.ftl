error-score-too-few-reviews = There are { $count } reviews with words in them; { $needed } are needed, with good and bad ones early and late, to learn how your customers write. Until then reviews are read with the built-in word list.
error-backtest-sentiment-too-few = { $count } reviews with a text and a label could be used (kinds: { $kinds }). At least { $needed } of two kinds are needed, five of each.
error-backtest-sentiment-labels = The label column holds { $count } different values, such as { $sample }. It should hold stars, words such as positive and negative, or numbers such as 0 and 1.
error-score-too-few-customers = There are too few customers who bought more than once over a long enough time to learn from ({ $needed } are needed). Until then nothing is foretold of single customers.
error-backtest-customers-none = No row has a customer, a date and an amount above zero. Check which columns hold them.
error-backtest-customers-cut = The purchases lie between { $first } and { $last }; the cut { $cut } must lie between them.
error-backtest-customers-too-few = Before the cut { $customers } customers bought, { $again } of them more than once. At least { $needed } are needed, { $needed_again } of them more than once; choose a later cut or a longer file.
