"""Made files, read back by other code than wrote them."""
