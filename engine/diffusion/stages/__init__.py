"""An episode of final takes as stages over all its shots."""
