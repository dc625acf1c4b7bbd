"""One module a model: ENTRY, `real` (random weights at the real sizes) and `tiny`.

Modules import no library at the top, so that the registry can be read without torch.
"""
