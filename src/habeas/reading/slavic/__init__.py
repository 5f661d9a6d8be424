"""Ukrainian and Russian on one engine: stems, endings and clauses, no parser."""
