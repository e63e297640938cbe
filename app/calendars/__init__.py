"""The calendar as month and list."""
