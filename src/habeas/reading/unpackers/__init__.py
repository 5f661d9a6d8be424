"""One file for each kind of document that is taken apart into documents with text."""
