"""A file as it comes becomes a screenplay: encodings, formats, headings, episodes."""
