"""One cluster of a queue as a child of its supervisor: `python -m apps.jobs.cluster QUEUE`.

It is `manage.py qcluster` for that queue, but it stops by itself when its supervisor is gone.
"""

import os
import signal
import sys

from django.core.management import execute_from_command_line

from engine.serve import die_with_parent


def main() -> None:
    # The gentle signal: the jobs at hand are finished first.
    die_with_parent(signal.SIGTERM)
    os.environ["Q_CLUSTER_NAME"] = sys.argv[1]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dramabox.settings")
    execute_from_command_line(["manage.py", "qcluster"])


if __name__ == "__main__":
    main()
