# Scores: what is said of their versions, and when there is nothing to say.
error-score-version-not-found = { $score } का version { $number } नहीं है। "superecom scores report" सभी versions दिखाता है।
error-score-no-earlier-version = { $score } का कोई पुराना version नहीं है जिस पर लौटा जा सके।
error-score-too-little-history = इसे सीखने के लिए इतिहास कम है: नतीजे वाली कम से कम { $needed } rows चाहिए, { $found } मिलीं।
error-score-not-found = { $score } नाम का कोई score नहीं है। ये हैं: { $known }.
error-backtest-no-file = यहाँ { $file } नाम की file नहीं है। CSV या Parquet file का path दीजिए।
error-backtest-unreadable = { $file } पढ़ी नहीं जा सकी: { $why }
error-backtest-no-rows = { $file } में कोई row नहीं है। ऊपर columns के नाम और नीचे rows चाहिए।
error-backtest-no-column = { $column } नाम का column नहीं है। File में ये हैं: { $columns }
error-backtest-no-column-near = { $column } नाम का column नहीं है; क्या { $nearest } कहना था? File में ये हैं: { $columns }
error-backtest-no-number = Column { $column } में numbers होने चाहिए, पर { $count } rows में नहीं हैं, जैसे “{ $cell }”।
error-backtest-no-moment = Column { $column } में तारीखें होनी चाहिए, पर { $count } rows में नहीं हैं, जैसे “{ $cell }”। 2026-11-22, 22/11/2026 या 22 Nov 2026 जैसी तारीखें पढ़ी जाती हैं।
error-backtest-not-two = Column { $column } में दो ही नतीजे होने चाहिए, जैसे 0 और 1; इसमें { $found } हैं।
error-backtest-too-little = { $moments ->
    [one] सारी rows एक ही समय की हैं: पहले से सीखकर बाद पर परखा नहीं जा सकता। समय का कोई और column दीजिए।
   *[other] { $days } दिन की { $found } rows का नतीजा पता है; एक हिस्से से सीखकर दूसरे पर परखने के लिए कम हैं। कम से कम { $needed } चाहिए, पूरे समय में फैली हुई।
}
error-backtest-nothing-to-see = समय और label के अलावा सीखने के लिए कोई column नहीं बचा।
error-scores-store-extra = सेटिंग SUPERECOM_SCORES_STORE के लिए यह भी चाहिए: pip install "superecom-assistant[objectstore]".
error-scores-store = { $url } object store के रूप में नहीं खुल रहा। SUPERECOM_SCORES_STORE में file, database या s3://bucket/folder जैसा URL लिखें।
