"""The pages about people and municipalities."""
