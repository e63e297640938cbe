"""Calendar feeds: private links that calendar programs poll."""
