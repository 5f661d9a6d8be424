"""Text out of PDF pages: lines with their places, paragraphs, joined words, scanned pages."""
