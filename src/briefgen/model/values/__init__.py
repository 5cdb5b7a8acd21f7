"""Values that keep their doubt, and what can be computed of them; knows no fact and no file."""
