"""Language-neutral text: tokens, segments, folding, offsets, and grammars of dates and numbers."""
