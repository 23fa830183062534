"""Small files whose first bytes are what they say they are, and a flow of one page."""

JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000") + b"\0" * 200 + bytes.fromhex("ffd9")
MP4 = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + b"\0" * 200
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
MP3 = b"ID3\x04\0\0\0\0\0\0\xff\xfb\x90\x64" + b"\0" * 200
OGG = b"OggS\0\x02" + b"\0" * 22 + b"OpusHead" + b"\0" * 200
WEBP = b"RIFF\xe4\0\0\0WEBPVP8 " + b"\0" * 220
FLOW = {
    "version": "7.0",
    "screens": [
        {
            "id": "START",
            "title": "Visit",
            "terminal": True,
            "layout": {
                "type": "SingleColumnLayout",
                "children": [
                    {"type": "TextInput", "name": "day", "label": "Day", "required": True},
                    {
                        "type": "Footer",
                        "label": "Send",
                        "on-click-action": {"name": "complete", "payload": {"day": "${form.day}"}},
                    },
                ],
            },
        }
    ],
}
