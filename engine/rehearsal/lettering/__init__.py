"""Words in the picture: set by Skia's paragraph layout, which breaks lines in every script."""
