"""What all briefs of a workspace together show, judged: gaps that no brief by itself can tell. For the owner alone."""
