error-backup-unreadable = { $file } SuperEcom ka backup nahi hai, ya poora nahi hai.
error-backup-damaged = Backup { $file } kharab hai: { $part } pehle jaisa nahi hai. Kuch nahi badla. Doosri backup file lijiye.
error-backup-newer = { $file } SuperEcom ke naye version se liya gaya hai. Pehle wo version install kijiye.
error-backup-not-empty = Yahan pehle se shop hai. Uski jagah backup rakhne ke liye (jo hai wo chala jayega) --replace lagaiye.
error-backup-old-schema = Database abhi naye schema par nahi hai. Pehle “superecom migrate” chalaiye.
error-migration-unknown = Schema version { $version } nahi hai. Ye hain: { $known }.
error-migration-back = { $from } se { $to } par wapas jaane se wo chala jayega jo sirf naye version mein hai. Pehle backup lijiye, phir --yes lagaiye.
error-no-opentelemetry = Traces ke liye OpenTelemetry chahiye. “pip install superecom-assistant[otel]” se install kijiye, ya SUPERECOM_TRACES=off kijiye.
