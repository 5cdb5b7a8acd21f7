"""What a template holds instead of data: values that carry their origin, and the tokens they print as."""
