"""Where things stand in templates, and what is said of them; knows no view and no document."""
