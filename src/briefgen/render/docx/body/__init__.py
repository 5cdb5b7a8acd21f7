"""The body of a Word file as XML: paragraphs, runs, tables, exhibits, bookmarks."""
