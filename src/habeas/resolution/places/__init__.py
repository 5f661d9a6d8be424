"""Which place, court or agency a mention names, in whatever language it names it."""
