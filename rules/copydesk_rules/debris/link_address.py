"""link-address: a link that leads nowhere, elsewhere than meant, or has no words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from copydesk.document import Document
from copydesk.model.finding import Edit, Finding, Fix, Severity
from copydesk.model.prose import OBJECT, Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule


class LinkAddress(Rule[NoOptions]):
    """Reads the file, in Markdown and HTML, for addresses are no prose. Code may show any link."""

    name = "link-address"
    family = "debris"
    severity = Severity.WARNING
    needs = ("link",)
    in_quotes = "check"
    summary = "a link has no address, a broken or a private one, or no words"
    why = (
        "An address is seen by whoever follows it. Without https:// it leads into your own site, an inbox "
        "opens for nobody else, and `utm_source=chatgpt.com` tells who found the page. A link without words "
        "cannot be followed, and one whose address was to come (TK) leads nowhere. In Markdown a link whose "
        "address has a space, or that is written the wrong way round, is printed as it stands."
    )
    examples = (
        Example("See [tickets]([[www.tarn.example]]).", "without https://", format="markdown"),
        Example(
            "A [study](https://a.example/x[[?utm_source=chatgpt.com]]) says so.",
            "a chatbot found it",
            format="markdown",
        ),
        Example(
            "See [[[ ](https://a.example)]] and [[(https://a.example)[a]]].",
            "no words; turned round",
            format="markdown",
        ),
        Example(
            "See [[[the map](#)]], [[[the list]()]] and [[[the report](TK)]].",
            "no address",
            format="markdown",
        ),
        Example(
            "See [the map][m] and [[[the new list][list]]].\n\n[m]: https://a.example\n",
            "nothing defines [list]",
            format="markdown",
        ),
        Example("See [[[the map](https://a.example the map)]].", "a space in the address", format="markdown"),
        Example(
            "See [a]([[https://a.example/newshttps://b.example]]).", "two addresses in one", format="markdown"
        ),
        Example("See [a]([[https://mail.google.com/mail/u/0/#inbox]]).", "an inbox", format="markdown"),
        Example(
            "See [a](/news/1), [b](#note), [c](https://web.archive.org/web/2020/https://b.example) and "
            "[![pic](p.png)](https://a.example).",
            "a page of the site, a place in the page, an archive, a picture",
            format="markdown",
        ),
        Example("Write `[a]()` for a link.", "in code", format="markdown"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """One finding a fault, where it stands in the file."""
        if document.source.shows_lines:
            yield from _in_markdown(document)
        for match in _in_prose(document, _HTML):
            yield from _judge(document, match, None)
        for match in _in_prose(document, _HTML_WORDS):
            yield from _judge_words(document, match, unescape(match["text"]))
        for match in _in_prose(document, _FROM_CHATBOT):
            yield _from_chatbot(document, match)


def _from_chatbot(document: Document, match: re.Match[str]) -> Finding:
    """The finding at the parameter of an address that names a chatbot; the fix takes it out."""
    left = match["before"] if match["more"] else ""
    fix = Fix("cut it off", (Edit(Span(*match.span()), left, in_file=True),), "safe")
    return _at(document, match, "", f'"{match["mark"]}" tells that a chatbot found the page', fix)


def _in_markdown(document: Document) -> Iterator[Finding]:
    """The faults of links in the syntax of Markdown, which writers of plain text use too."""
    for match in _in_prose(document, _MARKDOWN):
        yield from _judge(document, match, match["text"])
    for match in _in_prose(document, _TURNED):
        yield _at(document, match, "", "address and words changed places: [words](address)")
    for match in _in_prose(document, _SPACED):
        yield _at(document, match, "", "no link: a space stands in its address")
    yield from _references(document)


def _in_prose(document: Document, pattern: str) -> Iterator[re.Match[str]]:
    return (match for match in re.finditer(pattern, document.source.text) if _is_prose(document, match))


def _judge(document: Document, match: re.Match[str], words: str | None) -> Iterator[Finding]:
    """The fault of a link; of one in HTML, whose words are None, only what is wrong with its address."""
    address = match["address"]
    leads_nowhere = address in ("", "#") or re.fullmatch(_TO_COME, address)
    if re.fullmatch(r"https?:/{0,2}", address) or (words and leads_nowhere):
        yield _at(document, match, "", f'the link at "{words or address}" leads nowhere')
    elif words is not None and not words.strip(_MARKS) and (words.strip() or address.startswith("http")):
        yield from _judge_words(document, match, words)
    elif found := re.match(_BROKEN_SCHEME, address):
        start = match.start("address")
        fix = Fix('write "https://"', (Edit(Span(start, start + found.end()), "https://", in_file=True),))
        yield _at(document, match, "address", f'"{found[0]}" begins no address: "https://" does', fix)
    elif re.match(_NO_SCHEME, address):
        edit = Edit(Span(match.start("address"), match.start("address")), "https://", in_file=True)
        fix = Fix(f'write "https://{address}"', (edit,))
        yield _at(document, match, "address", f'"{address}" lacks https://: it leads into your own site', fix)
    elif re.match(_GLUED, address):
        yield _at(document, match, "address", "two addresses in one")
    elif found := re.match(_WATCHED, address):
        yield _at(document, match, "address", f'"{found["host"]}" watches who follows the link on its way')
    elif found := re.match(_PRIVATE, address):
        yield _at(document, match, "address", f'"{found["host"]}" opens for nobody else')


def _judge_words(document: Document, match: re.Match[str], words: str) -> Iterator[Finding]:
    """The fault of the words of a link: there are none, or a mark alone."""
    if not words.strip():
        yield _at(document, match, "", "a link without words")
    elif not words.strip(_MARKS):
        yield _at(document, match, "", f'a link whose words are only "{words.strip()}"')


def _references(document: Document) -> Iterator[Finding]:
    """The faults of links whose address stands elsewhere in the file: `[words][name]`, and `[name]: address`.

    A draft that defines none may have two brackets side by side for another reason, a claim an editor's
    remark behind it, and a quotation an insertion.
    """
    defined = {_folded(match["name"]): match for match in re.finditer(_DEFINED, document.source.text)}
    used = set()
    for match in _in_prose(document, _REFERENCE):
        name = _folded(match["name"] or match["text"])
        is_note = re.fullmatch(_REMARK, name) or match["text"].isdigit()
        if name in used or is_note or document.quotes.hold(document.at_source(Span(*match.span()))):
            continue
        used.add(name)
        if name in defined:
            yield from _judge(document, defined[name], None)
            for found in re.compile(_FROM_CHATBOT).finditer(
                document.source.text, *defined[name].span("address")
            ):
                yield _from_chatbot(document, found)
        elif defined or (" " in match["text"].strip() and not re.search(r"[.:/`]", name)):
            yield _at(
                document,
                match,
                "",
                f'the link at "{match["text"]}" leads nowhere: no [{name}]: is in the draft',
            )


def _folded(name: str) -> str:
    return " ".join(name.lower().split())


def _at(
    document: Document, match: re.Match[str], group: str, message: str, fix: Fix | None = None
) -> Finding:
    return Finding(
        document.at_source(Span(*match.span())),
        message,
        fix=fix,
        stretch=Span(*match.span(group or 0)),
    )


def _is_prose(document: Document, match: re.Match[str]) -> bool:
    """Whether a link stands in the prose: words of it were read, or of what is on its line."""
    text, (start, end) = document.source.text, match.span()
    words = document.slice(document.at_source(Span(start, end)))
    if words.strip():
        return words.strip() != OBJECT or text.startswith(("http", "?", "&"), start)
    line = Span(text.rfind("\n", 0, start) + 1, (text.find("\n", end) + 1 or len(text) + 1) - 1)
    if "://" in match[0] and text[line.start : start].strip() == text[end : line.end].strip() == "":
        return False
    return bool(document.slice(document.at_source(line)).strip())


_MARKS = " .,;:!?\"'“”‘’()–—"
_MARKDOWN = (
    r"(?<![!\\\]])\[(?P<text>[^\[\]\n]{0,300})\]"
    r"\(\s{0,20}<?(?P<address>[^()\s<>]{0,2000}(?:\([^()\s]{0,200}\)[^()\s<>]{0,500})?)>?"
    r"(?:\s+[\"'(][^()\n]{1,200}\)?)?\)"
)
_HTML = r"(?i)<a\s(?:[^<>]{0,500}\s)?href\s?=\s?[\"']?(?P<address>[^\"'\s<>]{1,2000})"
_TURNED = r"(?<![\]\w])\(https?://[^()\s]{1,500}\)\[[^\[\]\n]{1,300}\](?![(\[:])"
_NO_SCHEME = r"www\.[\w-]+\.\w|[\w-]+\.(?:com|org|gov|net|edu|co\.uk)(?:/|$)"
_BROKEN_SCHEME = r"(?!https?://)(?:https?(?::/{0,3}|/{2,3})|(?:h?tt?ps?|htt?s?p|ht{3,}ps?|hppts?|hhttps?)(?::/{1,3}|/{2,3}))(?=\w)"
_GLUED = (
    r"https?://(?:[^?#=/]{1,100}(?:/[^?#=]{0,400}?)?[\w.-]https?:/|(?P<site>[^/]{1,100})/https?://(?P=site)\b)"
    r"|https?://https?:?//"
)
"""A slash before another site's address makes it an argument: archives and proxies are asked so."""
_TO_COME = r"(?i:TK(?:TK)*|TBC|TBD|X{3,})|URL|LINK|TODO|HERE"
_WATCHED = (
    r"https?://(?P<host>(?:www\.)?google\.\w+/url\?|urldefense\.(?:proofpoint\.)?com|[\w.]+\.safelinks\.protection"
    r"\.outlook\.com|l\.facebook\.com/l\.php)"
)
_PRIVATE = (
    r"(?:https?://)?(?P<host>(?<=//)(?:mail\.google\.com|outlook\.(?:live|office|office365)\.com|mail\.yahoo\.com)"
    r"(?!(?:/(?:mail|owa)?)?(?:/u)?(?:/\d)?/?$)(?=/)|file:/)"
)
"""The page of one mailbox, and not the front page of the service."""
_DEFINED = (
    r"(?m)^[ \t>]{0,20}\[(?P<name>(?!\^)[^\[\]\n]{1,300})\]:"
    r"[ \t]{0,20}\n?[ \t]{0,20}<?(?P<address>[^\s<>]{1,2000})"
)
_REFERENCE = (
    r"(?<![\w\]\[\\!`])\[(?P<text>(?!\^)[^\[\]\n]{1,300})\]\[(?P<name>(?!\^)[^\[\]\n]{0,100})\](?![\[(:\]])"
)
_REMARK = r"sic|[\w ]{3,40} needed|(?:by )?wh(?:o|om|en|ere|ich|at)\?|clarify|dubious"
"""What editors and encyclopedias write in brackets behind a claim."""
_SPACED = r"(?<![!\\\]])\[[^\[\]\n]{1,300}\]\(https?://[^()\s<>]{0,2000}\s[A-Za-z][^()\n]{0,200}\)"
_HTML_WORDS = (
    r"(?i)<a\s(?:target\s?=\s?\S{1,20}\s)?href\s?=\s?[\"']?(?P<address>[^\"'\s<>]{1,2000})[\"']?"
    r"(?:\s(?:target|rel)\s?=\s?[^<>]{0,100})?>(?P<text>[^<>]{0,300})</a>"
)
"""Without a class, a name or words of another kind, for which an empty link may be there."""
_FROM_CHATBOT = (
    r"(?i)(?P<before>[?&](?:amp;|#38;|#x26;)?)"
    r"(?P<mark>utm_source=(?:(?:chat\.)?openai|chatgpt|perplexity|copilot(?:\.microsoft)?|claude|gemini(?:\.google)?)"
    r"(?:\.com|\.ai)?)(?![\w.-])(?P<more>&(?:amp;|#38;|#x26;)?(?=\w))?"
)
