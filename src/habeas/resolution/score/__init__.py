"""What comparisons come to: bits of evidence, and a probability with its reasons."""
