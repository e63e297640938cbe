"""Becoming a member: joining at once, or asking and being answered."""
