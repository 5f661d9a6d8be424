"""Numbers explained: what a figure counts, how two differ, what in many cannot be right."""
