"""Which municipality takes part in which network: the seats that are filled, and the meetings somebody came to."""
