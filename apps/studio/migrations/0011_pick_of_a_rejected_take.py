from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("studio", "0010_who_chose")]

    operations = [
        migrations.AddField(
            model_name="pick",
            name="rejected_before",
            field=models.CharField(blank=True, max_length=400),
        ),
    ]
