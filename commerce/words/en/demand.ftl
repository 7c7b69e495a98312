error-demand-no-rows = No row has both a date and a quantity. Check which columns hold them.
error-demand-one-day = All rows are of one day. A forecast needs a history of several weeks at least.
error-demand-too-far-apart = The rows are more than a month apart. Give days, weeks or months.
error-demand-too-few = { $count } { $spacing }s of history are too few to forecast from. Give at least { $needed }.
error-demand-too-few-to-judge = { $count } { $spacing }s of history are too few to forecast { $horizon } and judge them. Give { $needed } or more, or a shorter horizon.
error-demand-no-country = No calendar of { $country } is known. Give two letters such as IN or AE.
error-demand-not-learnt = No forecast has been made yet, so I will not guess. Run "superecom scores train" once; low_stock goes by the pace of the last 30 days meanwhile.
error-demand-not-sold = { $product } has sold too little to be forecast. check_stock shows what lies there.
