"""Taggers and parsers that others made: offline, pinned by hash, used only when asked for."""
