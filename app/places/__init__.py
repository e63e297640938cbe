"""Municipalities and their libraries."""
