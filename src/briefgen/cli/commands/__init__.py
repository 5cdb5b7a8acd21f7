"""One file a command, under the command's name."""
