"""Two records side by side: what agrees, what does not, and how much that says."""
