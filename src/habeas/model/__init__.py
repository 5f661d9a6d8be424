"""The nouns of Habeas: frozen values in plain Python, importing nothing of ours and no third party."""
