"""What a calendar shows, whatever it is for, and the answers to it."""
