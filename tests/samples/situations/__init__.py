"""Small relations, one for each situation that a sentence has to be true and natural in, and what every reader is told.

Countries are real, since their names and adjectives are; people, bodies, documents and figures are made up.
"""
