"""What helps whoever types a command: examples and exit codes behind every help, and names that a shell completes."""
