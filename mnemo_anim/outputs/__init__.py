"""What is made of the films and their timelines, without playing any scene again."""
