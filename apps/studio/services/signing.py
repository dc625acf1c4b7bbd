"""The certificate that editions are signed with."""

from pathlib import Path

import msgspec
from django.conf import settings

from apps.accounts.models import Studio
from apps.jobs.models import Job, State
from apps.jobs.services import enqueue
from engine.contracts import Certificate, CertificateRequest, content_hash


def ask_for_certificate(*, subject: str, studio: Studio) -> Certificate | None:
    """The certificate of this box; None while it is being made, which ends as a job of `subject`.

    A job, never a call of the engine: this runs in transactions that others wait for.
    """
    request = CertificateRequest(folder=str(settings.SIGNING_DIR))
    inputs = content_hash(request)
    made = Job.objects.filter(verb="certify", inputs=inputs, state=State.DONE)
    for result in made.order_by("-finished_at").values_list("result", flat=True)[:1]:
        certificate = msgspec.convert(result, Certificate)
        if Path(certificate.chain).exists() and Path(certificate.key).exists():
            return certificate
    enqueue(
        verb="certify",
        request=request,
        priority=20,
        studio=studio,
        subject=subject,
        inputs=inputs,
    )
    return None
