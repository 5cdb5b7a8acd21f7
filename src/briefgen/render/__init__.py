"""Document to bytes, one writer per format."""
