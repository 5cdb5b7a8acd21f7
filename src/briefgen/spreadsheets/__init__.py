"""The data of a relation as a workbook of spreadsheets, and what was changed there back in the files."""
