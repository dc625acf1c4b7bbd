from django.db import migrations, models
from django.db.models import F


def keep_who_was_filmed(apps, schema_editor):
    """Takes of before show people as they are: that is how they stay."""
    apps.get_model("studio", "Production").objects.update(by_rule=F("cast"))
    apps.get_model("catalog", "Character").objects.filter(
        series__episodes__shots__takes__isnull=False
    ).update(filmed_as=F("spec"))


class Migration(migrations.Migration):

    dependencies = [
        ('catalog', '0004_character_filmed_as'),
        ('studio', '0003_parts_of_screenplays'),
    ]

    operations = [
        migrations.AddField(
            model_name='production',
            name='by_rule',
            field=models.JSONField(default=list),
        ),
        migrations.RunPython(keep_who_was_filmed, migrations.RunPython.noop),
    ]
