"""Signing in and out, passwords, invitations and one's own account."""
