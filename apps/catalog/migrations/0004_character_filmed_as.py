from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('catalog', '0003_pictures_in_sizes'),
    ]

    operations = [
        migrations.AddField(
            model_name='character',
            name='filmed_as',
            field=models.JSONField(blank=True, null=True),
        ),
    ]
