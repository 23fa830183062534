"""Access tokens are encrypted at rest: Fernet (AES-128-CBC with HMAC) under a key made from the settings' secret."""

import base64
import hashlib

from cryptography.fernet import Fernet


class Vault:
    """Seals and opens secrets for storage."""

    def __init__(self, secret_key: str) -> None:
        digest = hashlib.sha256(b"parley:vault:" + secret_key.encode()).digest()
        self._fernet = Fernet(base64.urlsafe_b64encode(digest))

    def seal(self, secret: str) -> bytes:
        """Encrypt for a ``bytea`` column."""
        return self._fernet.encrypt(secret.encode())

    def open(self, sealed: bytes) -> str:
        """Decrypt. Raises ``cryptography.fernet.InvalidToken`` when the key is another one."""
        return self._fernet.decrypt(bytes(sealed)).decode()
