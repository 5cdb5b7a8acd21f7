"""Charts and timelines as specifications, and what they say to those who do not see them."""
