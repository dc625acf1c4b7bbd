"""The engine: screenplay to shots, shots to takes, takes to an episode. It knows no Django."""
