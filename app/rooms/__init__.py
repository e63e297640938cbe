"""A network's room: documents and links, notices, its mandate version by version, and what a coordinator hands over."""
