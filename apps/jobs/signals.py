"""News of the queue for the apps above."""

from django.dispatch import Signal

# Sent with `job` once it is done, failed or cancelled, inside the transaction that says so: what a
# receiver writes happens together with it or not at all. A receiver that raises undoes both.
job_finished = Signal()
