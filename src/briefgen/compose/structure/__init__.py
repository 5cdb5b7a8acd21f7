"""What needs the whole brief: keys of blocks, references between them, the mark of the edition."""
