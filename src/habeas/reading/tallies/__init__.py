"""Tables whose rows are figures: what heads their columns, what each number counts."""
