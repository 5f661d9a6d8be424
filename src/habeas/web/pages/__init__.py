"""The pages, one module for what belongs together; a module in here is found by being there."""
