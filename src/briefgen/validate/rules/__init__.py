"""One rule to a file; its text says what it checks, why, by example, and how to fix it."""
