"""What the text cites: noted, numbered, written as markers, notes and the list; the one door to citeproc."""
