"""Files of words: `templates/wording/`."""
