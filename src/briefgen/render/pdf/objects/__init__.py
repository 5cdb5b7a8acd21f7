"""The objects of a PDF file: syntax, pages, outline, tag tree, metadata."""
