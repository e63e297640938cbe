"""Uploaded files: what may be kept, where it lies on disk, and how it is handed out. Knows no feature."""
