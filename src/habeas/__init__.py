"""Habeas: who is held, who said so, and why we hold it to be true."""

__version__ = "0.1.0"
