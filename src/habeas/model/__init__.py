"""The nouns of Habeas: frozen values in plain Python, importing no room of ours, no third party."""
