from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("studio", "0006_final_settings")]

    operations = [
        migrations.AddField(
            model_name="shot",
            name="picked_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="picked by hand"),
        ),
        migrations.AddField(
            model_name="finalsettings",
            name="titles",
            field=models.JSONField(blank=True, default=dict),
        ),
    ]
