error-backup-unreadable = { $file } is not a backup of SuperEcom, or not all of one.
error-backup-damaged = The backup { $file } is damaged: { $part } is not what it was. Nothing was changed. Take another backup file.
error-backup-newer = { $file } was taken by a newer version of SuperEcom. Install that version first.
error-backup-not-empty = There is a shop already. To put the backup in its place, and lose what is there, add --replace.
error-backup-old-schema = The database is not at the newest schema yet. Run “superecom migrate” first.
error-migration-unknown = There is no schema version { $version }. Known: { $known }.
error-migration-back = Going back from { $from } to { $to } loses what only newer versions keep. Take a backup first, then say so with --yes.
error-no-opentelemetry = Traces need OpenTelemetry. Install it with “pip install superecom-assistant[otel]”, or set SUPERECOM_TRACES=off.
