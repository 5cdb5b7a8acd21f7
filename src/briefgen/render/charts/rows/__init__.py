"""Charts of rows: names at the left, values from the left to the right."""
