from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CatalogConfig(AppConfig):
    name = "apps.catalog"
    verbose_name = _("Catalog")

    def ready(self) -> None:
        from django.db.models.signals import post_delete  # noqa: PLC0415

        from apps.catalog import receivers  # noqa: PLC0415  models are not ready before

        for model in receivers.KEEPERS:
            post_delete.connect(receivers.on_row_deleted, sender=model, dispatch_uid="files")
