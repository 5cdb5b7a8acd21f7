"""A Word file from outside as a house style: opened safely, mended, its looks read. Only `load.styles` comes in."""
