"""Which records are worth comparing: those that share a key."""
