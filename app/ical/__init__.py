"""Occasions as iCalendar text."""
