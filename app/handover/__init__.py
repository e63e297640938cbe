"""Handing over: what somebody holds who moves, leaves or whose account is closed, and who takes it over."""
