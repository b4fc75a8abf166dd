"""The film for YouTube: a bundle with all that its upload asks for, and the upload itself."""
