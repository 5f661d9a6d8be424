"""Tables whose rows are people: their headings, their rows, and what each cell says."""
