"""Pictures from outside: decoded within bounds, and written anew."""
