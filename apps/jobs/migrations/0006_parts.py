from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("jobs", "0005_progress_wording")]

    operations = [
        migrations.AddField(
            model_name="job",
            name="parts",
            field=models.JSONField(blank=True, default=list),
        ),
    ]
