"""The words that briefgen joins figures, dates and names with: which there are, and what each is handed."""
