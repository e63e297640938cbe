"""The demo county and synthetic counties."""
