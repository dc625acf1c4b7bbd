from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("jobs", "0006_parts")]

    operations = [
        migrations.AddField(
            model_name="job",
            name="progress_shot",
            field=models.CharField(blank=True, max_length=40),
        ),
    ]
