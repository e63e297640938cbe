"""Lists to open in a spreadsheet."""
