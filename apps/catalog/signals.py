"""News of the shelf for the apps above."""

from django.dispatch import Signal

# Sent with `episode` once somebody put an older edition before viewers or took the episode down,
# inside the transaction that does it.
shown_by_hand = Signal()
