"""Charts with an upright value axis over categories in order."""
