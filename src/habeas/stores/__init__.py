"""Where entries, projections and blobs are kept: in memory, or in a folder with SQLite."""
