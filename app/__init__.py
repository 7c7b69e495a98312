"""The program put together: settings, wiring, server, worker, command line, demo shop."""
