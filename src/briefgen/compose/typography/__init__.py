"""Signs that a language asks for and a keyboard lacks: quotation marks, apostrophes, and blanks at which no line ends.

Done once, so that every format prints the same words and the trace finds them.
"""
