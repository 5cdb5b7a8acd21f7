"""What the fields of a record are and how each value is read; knows no file and no kind of fact."""
