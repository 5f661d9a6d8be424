"""One file for each kind of document that can be made readable."""
