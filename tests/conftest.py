"""Settings of all tests."""

from hypothesis import settings

# How long one example takes is the machine's affair.
settings.register_profile("copydesk", deadline=None)
settings.load_profile("copydesk")
