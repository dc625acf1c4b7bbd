from typing import Any

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def name_rows(apps: Apps, _editor: BaseDatabaseSchemaEditor | None) -> None:
    """Finals of an episode are for the shots that have their slates now; those that have ended may
    be tried again."""
    Job: Any = apps.get_model("jobs", "Job")
    Shot: Any = apps.get_model("studio", "Shot")
    for job in Job.objects.filter(verb="finals"):
        rows = Shot.objects.filter(episode=job.subject.removeprefix("episode:"))
        listed = rows.filter(position__isnull=False).values_list("slate", "pk")
        keys = dict(listed)
        slates = [take["shot"]["slate"]["id"] for take in job.request["takes"]]
        job.parts = [f"shot:{keys[slate]}" if slate in keys else "" for slate in slates]
        job.save(update_fields=["parts"])


class Migration(migrations.Migration):
    dependencies = [
        ("studio", "0007_picked_by_hand_and_titles"),
        ("jobs", "0006_parts"),
    ]

    operations = [migrations.RunPython(name_rows, migrations.RunPython.noop)]
