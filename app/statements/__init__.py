"""The accessibility statement and the page on personal data: read by everyone, kept by the administrators."""
