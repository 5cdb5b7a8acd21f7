"""Small faults put into a copy of the code, to see whether a test notices."""
