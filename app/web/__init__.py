"""The HTTP toolbox; it knows no feature."""
