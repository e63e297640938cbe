"""The roster: who joins, changes role and leaves, and when."""
