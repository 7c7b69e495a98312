error-demand-no-rows = किसी भी row में तारीख और quantity दोनों नहीं हैं। देखिए कि वे किन columns में हैं।
error-demand-one-day = सारी rows एक ही दिन की हैं। अंदाज़े के लिए कम से कम कुछ हफ़्तों का history चाहिए।
error-demand-too-far-apart = Rows के बीच एक महीने से ज़्यादा का फ़ासला है। रोज़, हफ़्ते या महीने का data दीजिए।
error-demand-too-few = सिर्फ़ { $count } ({ $spacing }) का history है, अंदाज़े के लिए कम है। कम से कम { $needed } चाहिए।
error-demand-too-few-to-judge = { $count } ({ $spacing }) का history { $horizon } आगे का अंदाज़ा लगाकर जाँचने के लिए कम है। { $needed } या ज़्यादा दीजिए, या horizon छोटा कीजिए।
error-demand-no-country = { $country } का calendar पता नहीं है। IN या AE जैसे दो अक्षर दीजिए।
error-demand-not-learnt = अभी तक कोई forecast नहीं बना है, इसलिए मैं अंदाज़ा नहीं लगाऊँगा। एक बार "superecom scores train" चलाइए; तब तक low_stock पिछले 30 दिन की रफ़्तार से बताता है।
error-demand-not-sold = { $product } इतना कम बिका है कि उसका अंदाज़ा नहीं लग सकता। check_stock बताता है कि कितना पड़ा है।
