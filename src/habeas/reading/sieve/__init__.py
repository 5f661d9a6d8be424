"""Tells the documents that may speak of detention from those that do not, before any is read."""
