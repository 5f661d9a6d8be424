"""Claims by parts of speech and frames: no model, no parser, lexicons only."""
