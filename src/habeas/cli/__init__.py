"""The command line: one file per verb; it asks workflows and wiring, and only prints."""
