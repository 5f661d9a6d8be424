"""The users' verbs, the only place where components meet; they return values, print nothing."""
