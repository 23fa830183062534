"""What a file is by its first bytes: a name and a label can say anything."""

# (place, bytes, types). Office files are archives and share their beginning; which one it is, only the label says.
BEGINNINGS: tuple[tuple[int, bytes, tuple[str, ...]], ...] = (
    (0, b"\xff\xd8\xff", ("image/jpeg",)),
    (0, b"\x89PNG\r\n\x1a\n", ("image/png",)),
    (8, b"WEBP", ("image/webp",)),
    (0, b"GIF8", ("image/gif",)),
    (0, b"%PDF-", ("application/pdf",)),
    (0, b"#!AMR", ("audio/amr",)),
    (0, b"ID3", ("audio/mpeg",)),
    (0, b"OggS", ("audio/ogg", "audio/opus")),
    (0, b"\xff\xf1", ("audio/aac",)),
    (0, b"\xff\xf9", ("audio/aac",)),
    (0, b"\xff\xfb", ("audio/mpeg",)),
    (0, b"\xff\xf3", ("audio/mpeg",)),
    (0, b"\xff\xf2", ("audio/mpeg",)),
    (4, b"ftyp3g", ("video/3gpp", "audio/3gpp")),
    (4, b"ftypM4A", ("audio/mp4", "audio/aac")),
    (4, b"ftyp", ("video/mp4", "audio/mp4", "video/3gpp")),
    (
        0,
        b"PK\x03\x04",
        (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/zip",
        ),
    ),
    (
        0,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        ("application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint"),
    ),
)
# What runs or carries scripts: refused under any label.
PROGRAMS = (b"MZ", b"\x7fELF", b"#!/", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe")
MARKUP = (b"<!doctype html", b"<html", b"<script", b"<svg")
NEEDED = 512


def plain_type(label: str) -> str:
    """Without parameters: ``audio/ogg; codecs=opus`` is ``audio/ogg``."""
    return label.split(";", maxsplit=1)[0].strip().lower()


def types_of(head: bytes) -> tuple[str, ...]:
    """The types that begin so; () for what has no beginning of its own, as plain text."""
    for place, sign, types in BEGINNINGS:
        if head[place : place + len(sign)] == sign:
            return types
    return ()


def is_dangerous(head: bytes) -> bool:
    """Whether it would run somewhere."""
    return head.startswith(PROGRAMS) or head.lstrip().lower().startswith(MARKUP)


def checked_type(head: bytes, label: str) -> str | None:
    """The type that the content really has; None where it is not what the label says, or would run somewhere."""
    said, found = plain_type(label), types_of(head)
    if is_dangerous(head) and said != "text/plain":
        return None
    if said in found or (said in ("application/octet-stream", "") and found):
        return said if said in found else found[0]
    if found and found[0].split("/")[0] == said.split("/")[0] and not said.startswith("application/"):
        return found[0]  # a PNG that calls itself a JPEG is still a picture
    known = {each for _, _, types in BEGINNINGS for each in types}
    if found or said in known:
        return None
    return "text/plain" if said.startswith("text/") and b"\x00" not in head else "application/octet-stream"
