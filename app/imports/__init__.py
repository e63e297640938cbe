"""Bringing in member lists and calendars that exist elsewhere."""
