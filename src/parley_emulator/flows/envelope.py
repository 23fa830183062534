"""How a form and the business's server write to each other: sealed so that only the two can read it.

A fresh AES key is wrapped with the business's RSA key (OAEP, SHA-256); what is said is AES-GCM under it, its tag at the
end. The answer comes back under the same key, with every bit of the first vector turned round.
"""

import base64
import binascii
import secrets
from dataclasses import dataclass
from typing import Any

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.padding import MGF1, OAEP
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_public_key

KEY_BYTES = VECTOR_BYTES = 16


class NotReadable(ValueError):
    """The key is none, or the answer was not sealed for us."""


@dataclass(frozen=True)
class Sealed:
    """``body`` goes on the wire; the rest opens the answer."""

    body: bytes
    key: bytes
    vector: bytes


def seal(public_key: str, said: dict[str, Any]) -> Sealed:
    """Raises NotReadable for what is no RSA key in PEM form."""
    try:
        wrapping = load_pem_public_key(public_key.replace("\\n", "\n").strip().encode())
    except ValueError as error:
        raise NotReadable("The public key of the number can not be read.") from error
    if not isinstance(wrapping, RSAPublicKey):
        raise NotReadable("The public key of the number is not an RSA key.")
    key, vector = secrets.token_bytes(KEY_BYTES), secrets.token_bytes(VECTOR_BYTES)
    parts = {
        "encrypted_flow_data": AESGCM(key).encrypt(vector, msgspec.json.encode(said), None),
        "encrypted_aes_key": wrapping.encrypt(key, OAEP(MGF1(SHA256()), SHA256(), None)),
        "initial_vector": vector,
    }
    return Sealed(
        msgspec.json.encode({name: base64.b64encode(part).decode() for name, part in parts.items()}), key, vector
    )


def unseal(answer: bytes, sealed: Sealed) -> dict[str, Any]:
    """Raises NotReadable for an answer that is not under that key, or says nothing."""
    turned = bytes(byte ^ 0xFF for byte in sealed.vector)
    try:
        raw = AESGCM(sealed.key).decrypt(turned, base64.b64decode(answer.strip(), validate=True), None)
        return msgspec.json.decode(raw, type=dict[str, Any])
    except (InvalidTag, binascii.Error, ValueError, msgspec.DecodeError) as error:
        raise NotReadable("The answer of the form's server can not be decrypted.") from error
