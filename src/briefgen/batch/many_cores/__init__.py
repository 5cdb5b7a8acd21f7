"""Briefs shared out to helpers on this machine: processes that know facts, each with a walled one for templates."""
