"""A certificate of one's own, fit to sign C2PA manifests.

Readers find a manifest signed with it whole and unchanged, and its signer unknown to them.
"""

import shutil
import tempfile
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from engine.contracts import Certificate, CertificateRequest, Context
from engine.whole_file import whole_file

LIFETIME = timedelta(days=3650)
ORGANISATION = "Dramabox studio"


def create_certificate(folder: Path) -> tuple[Path, Path]:
    """The paths of a PEM chain and its ES256 key in `folder`; made there once, then kept.

    Signing with an authority's certificate instead means putting its two files in their place.
    """
    chain, key = folder / "c2pa-chain.pem", folder / "c2pa-key.pem"
    if chain.exists() and key.exists():
        return chain, key
    root_key, leaf_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    root_name, leaf_name = _name(f"{ORGANISATION} root"), _name(ORGANISATION)
    root = _root(root_name, root_key)
    leaf = _leaf(leaf_name, leaf_key, root_name, root_key)
    with whole_file(key) as part:
        part.touch(mode=0o600)
        part.write_bytes(
            leaf_key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )
    with whole_file(chain) as part:
        part.write_bytes(
            b"".join(one.public_bytes(serialization.Encoding.PEM) for one in (leaf, root))
        )
    return chain, key


def certify(request: CertificateRequest, context: Context) -> Certificate:
    """The certificate in the folder of the request; made there when there is none."""
    folder = Path(request.folder)
    if not folder.exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(dir=folder.parent))
        create_certificate(fresh)
        # Of two that make one at the same time, the first to rename wins, key and chain together.
        with suppress(OSError):
            fresh.rename(folder)
        shutil.rmtree(fresh, ignore_errors=True)
    chain, key = create_certificate(folder)
    return Certificate(chain=str(chain), key=str(key))


def _name(common: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, ORGANISATION),
            x509.NameAttribute(NameOID.COMMON_NAME, common),
        ]
    )


def _builder(
    subject: x509.Name, key: ec.EllipticCurvePrivateKey, issuer: x509.Name
) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))  # clocks of readers may be behind
        .not_valid_after(now + LIFETIME)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _usage(*, signs_content: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=signs_content,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=not signs_content,
        crl_sign=not signs_content,
        encipher_only=False,
        decipher_only=False,
    )


def _root(name: x509.Name, key: ec.EllipticCurvePrivateKey) -> x509.Certificate:
    return (
        _builder(name, key, name)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_content=False), critical=True)
        .sign(key, hashes.SHA256())
    )


def _leaf(
    name: x509.Name,
    key: ec.EllipticCurvePrivateKey,
    issuer: x509.Name,
    issuer_key: ec.EllipticCurvePrivateKey,
) -> x509.Certificate:
    return (
        _builder(name, key, issuer)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_content=True), critical=True)
        # The C2PA specification asks for one of a few purposes; this is the one anybody may have.
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=True)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()),
            critical=False,
        )
        .sign(issuer_key, hashes.SHA256())
    )
