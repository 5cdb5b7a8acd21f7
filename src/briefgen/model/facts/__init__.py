"""What an analyst enters: facts of every kind, what they name, and the relation that holds them."""
