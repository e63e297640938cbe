"""Commands, each a thin door to an action."""
