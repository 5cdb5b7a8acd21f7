"""What a file says of its own blocks, by which edits are found again in it."""
