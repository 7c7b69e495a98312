"""Who takes each kind of record in: compared with what the shop has, then added or changed."""
