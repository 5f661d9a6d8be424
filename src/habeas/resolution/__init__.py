"""From mentions to persons: which names are of one person, proposed and never decided here."""
