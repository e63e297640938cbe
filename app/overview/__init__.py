"""Pages that show several things at once."""
