"""The Mnemosyne lecture studio: a Markdown lecture in, a computed film out."""
