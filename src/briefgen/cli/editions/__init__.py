"""What `briefgen changes` says and writes."""
