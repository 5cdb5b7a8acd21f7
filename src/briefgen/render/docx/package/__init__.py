"""The package round the body: styles, theme, properties, heads and feet, ZIP; the one door to python-docx."""
