"""What editors and operators set: briefgen.toml, audiences, the heads of sections. Only `load` comes in."""
