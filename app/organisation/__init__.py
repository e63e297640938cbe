"""The organisation whose installation this is."""
