"""How well readers read: what they found set against what a careful person took from the text."""
