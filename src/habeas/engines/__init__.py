"""Where bulk work runs: many lines compared at once, with the very answers of one by one."""
