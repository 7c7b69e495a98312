error-backup-unreadable = { $file } SuperEcom का बैकअप नहीं है, या पूरा नहीं है।
error-backup-damaged = बैकअप { $file } ख़राब है: { $part } पहले जैसा नहीं है। कुछ नहीं बदला। दूसरी बैकअप फ़ाइल लें।
error-backup-newer = { $file } SuperEcom के नए वर्शन से लिया गया है। पहले वह वर्शन इंस्टॉल करें।
error-backup-not-empty = यहाँ पहले से दुकान है। उसकी जगह बैकअप रखने के लिए (जो है वह चला जाएगा) --replace लगाएँ।
error-backup-old-schema = डेटाबेस अभी नए स्कीमा पर नहीं है। पहले “superecom migrate” चलाएँ।
error-migration-unknown = स्कीमा वर्शन { $version } नहीं है। ये हैं: { $known }।
error-migration-back = { $from } से { $to } पर वापस जाने से वह चला जाएगा जो सिर्फ़ नए वर्शन में है। पहले बैकअप लें, फिर --yes लगाएँ।
error-no-opentelemetry = ट्रेस के लिए OpenTelemetry चाहिए। “pip install superecom-assistant[otel]” से इंस्टॉल करें, या SUPERECOM_TRACES=off करें।
