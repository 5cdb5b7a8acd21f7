"""The objects of a PDF file: syntax, tag tree, metadata; the one door to ReportLab."""
