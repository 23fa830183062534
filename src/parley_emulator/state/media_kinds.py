"""Which files the platform takes, and how large they may be."""

KILOBYTE, MEGABYTE = 1 << 10, 1 << 20
DOCUMENTS = frozenset(
    {
        "text/plain",
        "application/pdf",
        "application/msword",
        "application/vnd.ms-excel",
        "application/vnd.ms-powerpoint",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    }
)
KINDS: dict[str, frozenset[str]] = {
    "image": frozenset({"image/jpeg", "image/png"}),
    "video": frozenset({"video/mp4", "video/3gpp"}),
    "audio": frozenset({"audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg", "audio/opus"}),
    "sticker": frozenset({"image/webp"}),
    "document": DOCUMENTS,
    "gif": frozenset({"video/mp4"}),  # in the headers of templates only
}
# As the platform lists them where it refuses another.
UPLOADED = (
    *("audio/aac", "audio/mp4", "audio/mpeg", "audio/amr", "audio/ogg", "audio/opus", "application/vnd.ms-powerpoint"),
    *("application/msword", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    *("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/pdf", "text/plain"),
    *("application/vnd.ms-excel", "image/jpeg", "image/png", "image/webp", "video/mp4", "video/3gpp"),
)
# Taken as an upload, but no message carries it: Opus travels in Ogg.
NEVER_SENT = frozenset({"audio/opus"})
LARGEST = {
    "image": 5 * MEGABYTE,
    "video": 16 * MEGABYTE,
    "audio": 16 * MEGABYTE,
    "sticker": 500 * KILOBYTE,
    "document": 100 * MEGABYTE,
    "gif": 7 * MEGABYTE // 2,
}
# A sticker that does not move.
STILL = 100 * KILOBYTE


def plain(mime_type: str) -> str:
    """Without parameters: ``audio/ogg; codecs=opus`` is ``audio/ogg``."""
    return mime_type.split(";", maxsplit=1)[0].strip().lower()


def kind_of(mime_type: str) -> str:
    """The kind of message that carries it, empty for a type the platform does not take."""
    wanted = plain(mime_type)
    return next((kind for kind, types in KINDS.items() if wanted in types), "")


def fits(kind: str, mime_type: str) -> bool:
    """Whether a message of that kind may carry it. A document may be any file: links bring more than uploads."""
    if plain(mime_type) in NEVER_SENT:
        return False
    return plain(mime_type) != "" if kind == "document" else plain(mime_type) in KINDS[kind]
