"""A brief put into a team's own Word file. Only `render.docx` comes in."""
