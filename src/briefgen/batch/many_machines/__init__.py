"""Jobs handed to machines of a Dask cluster, which know views alone."""
