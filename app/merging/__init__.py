"""Merging two accounts of the same person into one, with nothing lost."""
