"""Claims proposed by a language model, and the gate they must pass."""
