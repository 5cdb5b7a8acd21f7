"""What an edition of a brief knew, kept for the next: a view without its templates, as plain values."""
