"""Readers of claims, one method per file; wiring chooses."""
