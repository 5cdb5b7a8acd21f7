"""Trade between the parties, period by period."""
