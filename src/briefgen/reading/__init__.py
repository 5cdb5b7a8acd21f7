"""Finished files read by other code than wrote them."""
