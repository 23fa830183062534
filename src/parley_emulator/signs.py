"""Signs that some texts may not hold."""

import re

EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u2b50\u2b55\u231a\u231b\u23e9-\u23fa\u20e3\ufe0f]")
