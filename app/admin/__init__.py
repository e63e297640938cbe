"""What an administrator looks after: the organisation, focus areas, the log."""
