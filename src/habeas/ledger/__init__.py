"""Keeps and weighs: `append` is the only door in, a view the only way out."""
