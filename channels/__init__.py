"""Where people talk to us: web chat and terminal."""
