"""What tests are made of: documents, workspaces, Word files, charts, attacks, bad inputs, and what comes of them."""
