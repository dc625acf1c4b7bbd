from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StudioConfig(AppConfig):
    name = "apps.studio"
    verbose_name = _("Studio")

    def ready(self) -> None:
        from apps.jobs.signals import job_finished  # noqa: PLC0415  models are not ready before
        from apps.studio.receivers import on_job_finished  # noqa: PLC0415

        job_finished.connect(on_job_finished, dispatch_uid="studio")
