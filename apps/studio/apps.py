from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StudioConfig(AppConfig):
    name = "apps.studio"
    verbose_name = _("Studio")

    def ready(self) -> None:
        # Models are not ready before.
        from django.db.models.signals import post_delete, pre_delete  # noqa: PLC0415

        from apps.catalog.models import Episode  # noqa: PLC0415
        from apps.catalog.signals import shown_by_hand  # noqa: PLC0415
        from apps.jobs.signals import job_finished  # noqa: PLC0415
        from apps.studio import models, receivers  # noqa: PLC0415

        job_finished.connect(receivers.on_job_finished, dispatch_uid="studio")
        shown_by_hand.connect(receivers.on_shown_by_hand, dispatch_uid="studio")
        pre_delete.connect(receivers.on_episode_deleted, sender=Episode, dispatch_uid="studio")
        post_delete.connect(receivers.on_take_deleted, sender=models.Take, dispatch_uid="studio")
        post_delete.connect(
            receivers.on_reference_deleted, sender=models.Reference, dispatch_uid="studio"
        )
        post_delete.connect(receivers.on_cut_deleted, sender=models.Cut, dispatch_uid="studio")
