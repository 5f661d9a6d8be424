"""One name at a time: its parts, their sounds, and what they tell of whoever bears it."""
