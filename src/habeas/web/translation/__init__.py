"""Translations: .po files in `words/<language>/`, one for each area of the desk."""
