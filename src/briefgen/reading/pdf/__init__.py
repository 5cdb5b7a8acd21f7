"""PDF files, read back."""
