"""A brief that keeps to its audience's pages: what falls by rank, and what returns to room that is left."""
