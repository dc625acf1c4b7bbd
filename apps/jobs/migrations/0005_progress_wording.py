from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("jobs", "0004_pull_queue")]

    operations = [
        migrations.AddField(
            model_name="job",
            name="progress_wording",
            field=models.JSONField(blank=True, default=list),
        ),
    ]
