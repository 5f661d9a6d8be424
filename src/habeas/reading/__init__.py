"""From captured bytes to claims: capture, rendering, reading."""
