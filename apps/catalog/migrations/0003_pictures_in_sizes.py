from django.db import migrations, models
from django.db.models import F

import apps.catalog.models

NAMES = ("poster_medium", "poster_small", "still", "still_small")


def show_the_poster(apps, schema_editor):
    """Editions of before have one picture; it serves everywhere until they are published again."""
    apps.get_model("catalog", "Edition").objects.update(**{name: F("poster") for name in NAMES})


class Migration(migrations.Migration):
    dependencies = [("catalog", "0002_character_portrait")]

    operations = [
        *(
            migrations.AddField(
                model_name="edition",
                name=name,
                field=models.FileField(
                    default="", max_length=255, upload_to=apps.catalog.models.edition_file
                ),
                preserve_default=False,
            )
            for name in NAMES
        ),
        migrations.RunPython(show_the_poster, migrations.RunPython.noop),
    ]
