"""The outcome of comparing two lists as a workbook for a reviewer, and the answers read back."""
