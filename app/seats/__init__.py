"""The municipalities' seats in the networks: who sits in them, who appoints, and which are vacant."""
