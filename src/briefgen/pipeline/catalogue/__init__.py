"""What the templates of a workspace can name, with what its data have of it and who sees that."""
