"""The picture of a group."""

import base64
from typing import Any

from parley_emulator.graph.call import Upload
from parley_emulator.groups.news import note
from parley_emulator.media import keep
from parley_emulator.platform import Platform
from parley_emulator.state.records import Thing


def hang(platform: Platform, group: Thing, file: Upload) -> dict[str, Any]:
    """Members see it from now on. Answers as webhooks tell of it."""
    media = keep(platform, file.content, file.mime_type, file.filename, [group.owner])
    group.fields["picture"] = media.id
    note(platform, group, "picture")
    digest = base64.b64encode(bytes.fromhex(media.sha256)).decode()
    return {"mime_type": file.mime_type, "update_successful": True, "sha256": digest}
