"""Pages about letters: the administrator's mailroom, what one wants to get, and the link that switches a kind off."""
