"""Numbers, money, dates, titles and codes in words, said once for sentences, tables and charts."""
