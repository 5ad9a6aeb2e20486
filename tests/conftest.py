"""Settings of all tests."""

import os
from tempfile import mkdtemp

from hypothesis import settings

# No test reads what the user's own runs left behind, nor leaves anything there.
os.environ["COPYDESK_CACHE_DIR"] = mkdtemp(prefix="copydesk-cache-")

# How long one example takes is the machine's affair.
settings.register_profile("copydesk", deadline=None)
settings.load_profile("copydesk")
