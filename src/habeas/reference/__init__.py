"""Authority data as files, with their loaders and checks; it knows no case."""
