"""Focus areas of the plan periods."""
