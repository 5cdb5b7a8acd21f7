"""References and the styles that they are cited in: CSL-JSON, BibTeX, CSL."""
