"""The upload of a bundle to YouTube. The modules in here import the extra ``youtube``."""

SECRETS_VARIABLE = "MNEMO_YOUTUBE_CLIENT_SECRETS"
"""The environment variable that names the file of client secrets."""

TOKEN_VARIABLE = "MNEMO_YOUTUBE_TOKEN"
"""The environment variable that names the file in which the log-in is kept."""
