"""The Gazette's plugin for copydesk."""
