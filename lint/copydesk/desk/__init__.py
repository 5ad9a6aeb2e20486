"""The desk: a page in the browser on which a draft is read, corrected and saved.

`rendition.py` turns any draft into the text that the page shows, `returning.py` brings it back into the file
that it came from. `editing.py` answers what the page asks, and knows nothing of the web; `app.py` is the web
part over it, `guard.py` decides whom it answers, and `server.py` runs it.
"""
