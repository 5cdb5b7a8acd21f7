"""briefgen: policy briefs on the relation between two countries, from structured text files."""

__version__ = "0.1.0"
