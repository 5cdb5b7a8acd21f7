"""Placed boxes as content streams, with the fonts and pictures of one file."""
