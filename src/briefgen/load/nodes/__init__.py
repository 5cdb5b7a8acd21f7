"""Files as text and as trees of text with places: no type is guessed. Every reader of load goes through here."""
