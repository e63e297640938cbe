"""Minutes: written, published, corrected."""
