"""Words in a line: fonts, shaping, line breaking; knows tags, and nothing of pages."""
