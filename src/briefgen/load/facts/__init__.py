"""The folders under data/: a relation's facts, its people and organisations. Only `load` comes in."""
