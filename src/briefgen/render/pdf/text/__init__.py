"""Words in a line: fonts, shaping, hyphenation, line breaking; knows tags, and nothing of pages."""
