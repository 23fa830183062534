"""What a file is by its first bytes, whatever it is called."""

NEEDED = 512
# (place, bytes) with which a file of that type may begin. Office files of one generation begin alike.
MPEG4: tuple[tuple[int, bytes], ...] = ((4, b"ftyp"),)
ZIP, OLE = ((0, b"PK\x03\x04"),), ((0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),)
OFFICE = "application/vnd.openxmlformats-officedocument."
BEGINNINGS: dict[str, tuple[tuple[int, bytes], ...]] = {
    "image/jpeg": ((0, b"\xff\xd8\xff"),),
    "image/png": ((0, b"\x89PNG\r\n\x1a\n"),),
    "image/webp": ((8, b"WEBP"),),
    "video/mp4": MPEG4,
    "video/3gpp": MPEG4,
    "audio/mp4": MPEG4,
    "audio/aac": ((0, b"\xff\xf1"), (0, b"\xff\xf9"), (0, b"ADIF"), *MPEG4),
    "audio/amr": ((0, b"#!AMR"),),
    "audio/mpeg": ((0, b"ID3"), *((0, bytes((0xFF, second))) for second in (0xFB, 0xFA, 0xF3, 0xF2, 0xE3, 0xE2))),
    "audio/ogg": ((0, b"OggS"),),
    "application/pdf": ((0, b"%PDF-"),),
    **dict.fromkeys(("application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint"), OLE),
    f"{OFFICE}wordprocessingml.document": ZIP,
    f"{OFFICE}spreadsheetml.sheet": ZIP,
    f"{OFFICE}presentationml.presentation": ZIP,
}
# The bit of a WebP's extended header for more than one picture.
ANIMATION = 0x02


def looks_like(mime_type: str, head: bytes) -> bool:
    """Whether it begins as files of that type do. Text has no bytes of value 0; of other types nothing is known."""
    beginnings = BEGINNINGS.get(mime_type)
    if beginnings is None:
        return bool(head) and (b"\0" not in head or not mime_type.startswith("text/"))
    return any(head[place : place + len(sign)] == sign for place, sign in beginnings)


def is_animated(head: bytes) -> bool:
    """Whether a WebP says in its head that it moves."""
    return head[8:16] == b"WEBPVP8X" and bool(head[20:21]) and bool(head[20] & ANIMATION)


def is_mono_opus(head: bytes) -> bool:
    """Whether the first page of an Ogg file announces Opus with one channel."""
    place = head.find(b"OpusHead")
    return place >= 0 and head[place + 9 : place + 10] <= b"\x01"
