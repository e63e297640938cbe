"""Calling, moving, cancelling, copying and repeating meetings."""
