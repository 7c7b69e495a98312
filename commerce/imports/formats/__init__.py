"""What each kind of file looks like: its columns, and how its rows become records."""
