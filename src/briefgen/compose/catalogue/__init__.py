"""All that a section template can name, each with what it is: for whoever writes one."""
