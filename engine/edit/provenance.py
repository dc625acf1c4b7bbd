"""What an edition says of itself in the file: the `AIGC` label and the C2PA manifest."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import c2pa
from cryptography import x509
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from engine.contracts import (
    Context,
    EngineError,
    PackageRequest,
    Provenance,
    ProvenanceRequest,
    _,
)
from engine.edit.clip import open_input
from engine.whole_file import whole_file

AIGC_KEY = "AIGC"
GENERATED = "1"  # GB 45438-2025: 1 it is, 2 it may be, 3 it is suspected to be generated
CLAIM_GENERATOR = "Dramabox"


def aigc_label(request: PackageRequest) -> str:
    """The implicit label of GB 45438-2025 as it stands in the metadata: ASCII JSON."""
    return json.dumps(
        {
            "Label": GENERATED,
            "ContentProducer": request.producer,
            "ProduceID": request.produce_id,
            "ReservedCode1": "",
            "ContentPropagator": "",
            "PropagateID": "",
            "ReservedCode2": "",
        }
    )


class ManifestSigner:
    """Signs files with the studio's certificate; raises EngineError "certificate"."""

    def __init__(self, chain: Path, key: Path) -> None:
        self._chain = chain
        with self._readable():
            pems = chain.read_bytes(), key.read_bytes()
            # The C2PA library would find these out only once everything has been encoded.
            x509.load_pem_x509_certificates(pems[0])
            load_pem_private_key(pems[1], password=None)
            info = c2pa.C2paSignerInfo(c2pa.C2paSigningAlg.ES256, *pems, None)
            self._signer = c2pa.Signer.from_info(info)

    def sign(self, source: Path, target: Path, title: str) -> None:
        """Write `source` with a C2PA manifest to `target`."""
        manifest = {
            "claim_generator_info": [{"name": CLAIM_GENERATOR}],
            "title": title,
            "format": "video/mp4",
        }
        with whole_file(target) as part, self._readable(), c2pa.Builder(manifest) as builder:
            builder.set_intent(
                c2pa.C2paBuilderIntent.CREATE,
                c2pa.C2paDigitalSourceType.TRAINED_ALGORITHMIC_MEDIA,
            )
            with source.open("rb") as read, part.open("w+b") as written:
                builder.sign(self._signer, "video/mp4", read, written)

    @contextmanager
    def _readable(self) -> Iterator[None]:
        try:
            yield
        except (FileNotFoundError, ValueError, c2pa.C2paError) as error:
            raise EngineError(
                "certificate",
                _(
                    "The certificate “{name}” cannot be used to sign: {error}",
                    name=self._chain.name,
                    error=str(error),
                ),
                _("Give a PEM chain with its ES256 key, or let a new one be made."),
            ) from error


def provenance(request: ProvenanceRequest, context: Context) -> Provenance:
    """What the file says of itself; EngineError "file-missing" when there is none."""
    path = Path(request.file)
    if not path.is_file():
        raise EngineError("file-missing", _("There is no file “{name}”.", name=path.name))
    return read_back(path)


def read_back(path: Path) -> Provenance:
    """Read label and manifest from a file as anyone who got it would."""
    with open_input(path) as file:
        aigc = json.loads(file.metadata.get(AIGC_KEY, "{}"))
    with path.open("rb") as stream:
        reader = c2pa.Reader.try_create("video/mp4", stream)
        if reader is None:
            return Provenance(aigc=aigc)
        with reader:
            store: dict[str, Any] = json.loads(reader.json())
    manifest = store["manifests"][store["active_manifest"]]
    problems = tuple(problem["code"] for problem in store.get("validation_status", []))
    generators = manifest.get("claim_generator_info", [{}])
    return Provenance(
        aigc=aigc,
        state=store.get("validation_state", ""),
        problems=problems,
        generator=generators[0].get("name", ""),
        source_type=_source_type(manifest),
    )


def _source_type(manifest: dict[str, Any]) -> str:
    for assertion in manifest.get("assertions", []):
        for action in assertion.get("data", {}).get("actions", []):
            if "digitalSourceType" in action:
                return str(action["digitalSourceType"]).rpartition("/")[2]
    return ""
