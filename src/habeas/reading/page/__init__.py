"""Web pages: tags and text with exact places, blocks, furniture, the article, and metadata."""
