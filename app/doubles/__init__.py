"""Stand-ins of vendors as they publish their contracts, for the simulator and for tests."""
