"""Decisions and actions: what was settled and what was promised."""
