"""How a model lies on disk."""

# What says of which components a pipeline is made: of one class, or of blocks.
INDICES = ("model_index.json", "modular_model_index.json")
