"""Two lists side by side: who stands in both, in one alone, or twice in one."""
