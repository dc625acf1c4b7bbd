from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

QUEUES = [('cpu', 'processor'), ('gpu', 'graphics card'), ('pull', 'models to be pulled')]


def to_their_own_queue(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """What waits, and what may be tried again; a job that runs ends where it began."""
    pulls = apps.get_model('jobs', 'Job').objects.filter(verb='models_pull')
    pulls.exclude(state='running').update(queue='pull')


def back(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model('jobs', 'Job').objects.filter(queue='pull').update(queue='cpu')


class Migration(migrations.Migration):

    dependencies = [
        ('jobs', '0003_progress_eta_and_preview'),
    ]

    operations = [
        migrations.AlterField(
            model_name='cluster',
            name='queue',
            field=models.CharField(choices=QUEUES, max_length=8, verbose_name='queue'),
        ),
        migrations.AlterField(
            model_name='job',
            name='queue',
            field=models.CharField(choices=QUEUES, default='cpu', max_length=8, verbose_name='queue'),
        ),
        migrations.RunPython(to_their_own_queue, back),
    ]
