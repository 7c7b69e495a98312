"""What people of the shop are to do, or to answer."""
