"""Which edition a brief is of, and what lies between two of them."""
