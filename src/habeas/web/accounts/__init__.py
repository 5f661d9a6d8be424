"""Accounts of the people who use the desk; kept apart from every register."""
