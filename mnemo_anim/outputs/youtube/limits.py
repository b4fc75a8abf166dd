"""What YouTube asks of a film and of what is said about it, in numbers."""

TITLE_CHARACTERS = 100
DESCRIPTION_BYTES = 5_000
TAGS_CHARACTERS = 500
REFUSED = "<>"  # characters that neither title nor description nor tags may hold

THUMBNAIL_SIZE = (1280, 720)  # pixels
THUMBNAIL_BYTES = 2_000_000
