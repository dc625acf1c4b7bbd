import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("studio", "0008_finals_by_row"),
    ]

    operations = [
        migrations.CreateModel(
            name="Pick",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("picked_before", models.DateTimeField(blank=True, null=True)),
                ("act", models.UUIDField(db_index=True)),
                ("picked_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="picked by hand")),
                ("instead_of", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="studio.take")),
                ("picked_by", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("shot", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="picks", to="studio.shot")),
                ("take", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="studio.take")),
            ],
            options={
                "verbose_name": "pick by hand",
                "verbose_name_plural": "picks by hand",
                "ordering": ["pk"],
            },
        ),
    ]
