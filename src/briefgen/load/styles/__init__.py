"""House styles by name and from YAML; those out of a Word file are read in `load.word`."""
