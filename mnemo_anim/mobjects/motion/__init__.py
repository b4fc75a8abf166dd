"""Ways to move: staging, gliding, focus, and the camera's dolly."""
