"""What can be done about findings: correct them, let them stand, add a word to the terms, explain, judge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from lsprotocol import types
from msgspec import Struct

from copydesk.edits.terms_writer import with_allowed
from copydesk.engine.checking import ENGINE_FINDINGS
from copydesk.errors import CannotNoteError, CannotWriteError, ConfigError
from copydesk.files.reading import read_file
from copydesk.house.verdicts import OPINIONS
from copydesk.lsp.checking import Desk
from copydesk.lsp.diagnostics import Locate, diagnostic
from copydesk.lsp.drafts import OpenDraft, Result, uri_of
from copydesk.lsp.pages import Pages
from copydesk.lsp.positions import Lines, edits_between, overlap
from copydesk.model.report import Diagnostic
from copydesk.model.source import Position

QUICK_FIX = types.CodeActionKind.QuickFix
FIX_ALL = "source.fixAll.copydesk"
EXPLAIN = "copydesk.lsp.explain"
"""The command that shows the page of a rule."""

VERDICT = "copydesk.lsp.verdict"
"""The command that keeps what somebody holds of a finding."""

MOST = 20
"""How many findings a menu is made for: one that holds more is for nobody."""

WORDS_OF_A_TERM = 6
NAMED = frozenset({"grammar", "honorifics", "spelling", "style", "terms"})
"""The families whose findings may be about a word that the house writes like that."""

_Edit = types.TextEdit | types.SnippetTextEdit

_REASON = "copydesk-reason"
"""Stands for the reason in a note that an editor is to be asked for. No draft holds it."""


class Abilities(Struct, frozen=True):
    """What a client can do with actions.

    resolves  whether it asks for the edit of an action once that is chosen
    versions  whether an edit may say for which version of a document it is
    snippets  whether an edit may have places to fill in
    disabled  whether it shows actions that cannot be chosen, with the reason
    """

    resolves: bool = False
    versions: bool = False
    snippets: bool = False
    disabled: bool = False

    @classmethod
    def of(cls, client: types.ClientCapabilities) -> Abilities:
        """What a client says that it can do."""
        document, workspace = client.text_document, client.workspace
        action = document and document.code_action
        edit = workspace and workspace.workspace_edit
        resolves = action and action.resolve_support
        return cls(
            bool(resolves and "edit" in resolves.properties),
            bool(edit and edit.document_changes),
            bool(edit and edit.document_changes and edit.snippet_edit_support),
            bool(action and action.disabled_support),
        )


class Menu:
    """Makes the actions for a draft.

    draft   with `result` as what was found in its text as it is now
    locate  see `diagnostic`
    """

    def __init__(
        self,
        desk: Desk,
        draft: OpenDraft,
        result: Result,
        locate: Locate,
        pages: Pages,
        abilities: Abilities,
    ) -> None:
        self._desk = desk
        self._draft = draft
        self._result = result
        self._locate = locate
        self._pages = pages
        self._abilities = abilities

    def actions(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        """The actions for the findings in a range, of the kinds that are asked for."""
        only = params.context.only
        found: list[types.CodeAction] = []
        if _is_wanted(QUICK_FIX, only):
            touched = [*islice(self.touched(params.range), MOST)]
            for finding in touched:
                found += self._for_finding(finding)
            found += self._ranges(touched)
            found += [_explain(rule) for rule in dict.fromkeys(finding.rule for finding in touched)]
            if params.range.start.line == params.range.end.line:
                found += self._verdicts(touched)
        if _is_wanted(FIX_ALL, only) and any(_is_safe(finding) for finding in self._result.findings):
            found.append(self._fix_all())
        return found

    def touched(self, span: types.Range) -> Iterator[Diagnostic]:
        """The findings in a range, or at its ends."""
        for finding in self._result.findings:
            if overlap(self._result.lines.range(finding.place), span):
                yield finding

    def resolved(self, action: types.CodeAction) -> types.CodeAction:
        """An action with its edit. Raises CannotNoteError where no note can be written."""
        data = _Data.read(action.data)
        if data is not None:
            action.edit = self._edit(data)
        return action

    def note(self, place: Position, rule: str, reason: str, *, whole_draft: bool) -> types.WorkspaceEdit:
        """The edit that writes a stet note. Raises CannotNoteError."""
        return self._edits(self._note(place, rule, reason, whole_draft=whole_draft))

    def _note(self, place: Position, rule: str, reason: str, *, whole_draft: bool) -> list[types.TextEdit]:
        text, path = self._result.text, self._draft.path
        written = self._desk.noted(path, text, place, rule, reason, whole_draft=whole_draft)
        return edits_between(text, written, self._result.lines)

    def _for_finding(self, finding: Diagnostic) -> Iterator[types.CodeAction]:
        shown = diagnostic(finding, self._result.lines, self._locate, self._pages)
        if finding.fix is not None and self._desk.corrects(self._draft.path, self._result.text, finding):
            lines = self._result.lines
            edits = [types.TextEdit(lines.range(one.place), one.replacement) for one in finding.fix.edits]
            yield types.CodeAction(
                title=finding.fix.message[:1].upper() + finding.fix.message[1:],
                kind=QUICK_FIX,
                diagnostics=[shown],
                is_preferred=True if _is_safe(finding) else None,
                edit=self._edits(edits),
            )
        if finding.rule not in ENGINE_FINDINGS:
            if self._takes_notes(finding):
                yield from self._stets(finding, shown)
            yield from self._terms(finding, shown)

    def _takes_notes(self, finding: Diagnostic) -> bool:
        return self._desk.takes_notes(self._draft.path, self._draft.language, finding)

    def _stets(self, finding: Diagnostic, shown: types.Diagnostic) -> Iterator[types.CodeAction]:
        """Let it stand: here, where a note can say so, or in all of the draft."""
        rule, at = finding.rule, finding.place
        place = Position(at.line, at.column)
        reaches = self._desk.has_place_for_note(self._draft.path, self._result.text, place)
        for title, whole_draft in (
            (f"Let it stand here (stet: {rule})", False),
            (f"Let {rule} stand in this draft (stet-draft)", True),
        ):
            if not whole_draft and not reaches:
                continue
            data = _Data("stet", self._draft.uri, self._draft.version, rule, at.line, at.column, whole_draft)
            action = types.CodeAction(title=title, kind=QUICK_FIX, diagnostics=[shown])
            if self._abilities.resolves:
                action.data = data.write()
            else:
                try:
                    action.edit = self._edit(data)
                except CannotNoteError:
                    continue
            yield action

    def _ranges(self, touched: Sequence[Diagnostic]) -> Iterator[types.CodeAction]:
        """Let all stand that a rule reports in the selection, where that is on several lines."""
        by_rule: dict[str, list[Position]] = {}
        for finding in touched:
            if finding.rule not in ENGINE_FINDINGS and self._takes_notes(finding):
                place = Position(finding.place.line, finding.place.column)
                by_rule.setdefault(finding.rule, []).append(place)
        for rule, places in by_rule.items():
            first, last = min(places), max(places)
            if first.line == last.line:
                continue
            try:
                written = self._desk.ranged(self._draft.path, self._result.text, first, last, rule, "")
            except CannotNoteError:
                continue
            yield types.CodeAction(
                title=f"Let {rule} stand in the selection (stet-begin)",
                kind=QUICK_FIX,
                edit=self._edits(edits_between(self._result.text, written, self._result.lines)),
            )

    def _terms(self, finding: Diagnostic, shown: types.Diagnostic) -> Iterator[types.CodeAction]:
        """Add the words to the terms that the house allows."""
        words = finding.excerpt.strip()
        if finding.family not in NAMED or not words or "\n" in words:
            return
        if len(words.split()) > WORDS_OF_A_TERM:
            return
        action = types.CodeAction(title=f"Add “{words}” to the terms", kind=QUICK_FIX, diagnostics=[shown])
        try:
            action.edit = self._term(words)
        except CannotWriteError as error:
            if not self._abilities.disabled:
                return
            action.disabled = types.CodeActionDisabled(str(error))
        yield action

    def _term(self, words: str) -> types.WorkspaceEdit:
        """The edit of the terms file. Raises CannotWriteError where there is none, or it cannot be edited."""
        try:
            files = self._desk.rulebook.terms_files(self._draft.path)
        except ConfigError as error:
            raise CannotWriteError(str(error)) from error
        if not files:
            raise CannotWriteError(
                'the configuration names no terms file: write terms = ["terms.toml"] into copydesk.toml'
            )
        path = files[-1]
        try:
            text = read_file(path).decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise CannotWriteError(f"{path} cannot be read: {error}") from error
        lines = Lines(text, self._result.lines.encoding)
        return self._workspace_edit(uri_of(path), None, edits_between(text, with_allowed(text, words), lines))

    def _verdicts(self, touched: Iterable[Diagnostic]) -> Iterator[types.CodeAction]:
        """Say what a finding is worth."""
        for finding in touched:
            if finding.rule in ENGINE_FINDINGS:
                continue
            at = finding.place
            for opinion in OPINIONS:
                title = f"This finding of {finding.rule} is {opinion} (verdict)"
                asked = [self._draft.uri, at.line, at.column, finding.rule, opinion]
                command = types.Command(title, VERDICT, arguments=asked)
                yield types.CodeAction(title=title, kind=QUICK_FIX, command=command)

    def _fix_all(self) -> types.CodeAction:
        action = types.CodeAction(title="Make all safe corrections (copydesk)", kind=FIX_ALL)
        data = _Data("fix-all", self._draft.uri, self._draft.version)
        if self._abilities.resolves:
            action.data = data.write()
        else:
            action.edit = self._edit(data)
        return action

    def _edit(self, data: _Data) -> types.WorkspaceEdit:
        if data.act == "stet":
            return self._stet(data)
        draft, text = self._draft, self._result.text
        corrected = self._desk.corrected(draft.path, draft.language, text)
        return self._edits(edits_between(text, corrected, self._result.lines))

    def _stet(self, data: _Data) -> types.WorkspaceEdit:
        asks = self._abilities.snippets
        place = Position(data.line, data.column)
        edits = self._note(place, data.rule, _REASON if asks else "", whole_draft=data.whole_draft)
        return self._edits([_asking(edit) for edit in edits] if asks else edits)

    def _edits(self, edits: Sequence[_Edit]) -> types.WorkspaceEdit:
        """The edits of the draft, for the version that they were made for."""
        return self._workspace_edit(self._draft.uri, self._draft.version, edits)

    def _workspace_edit(self, uri: str, version: int | None, edits: Sequence[_Edit]) -> types.WorkspaceEdit:
        if not self._abilities.versions:
            plain = [edit for edit in edits if isinstance(edit, types.TextEdit)]
            return types.WorkspaceEdit(changes={uri: plain})
        document = types.OptionalVersionedTextDocumentIdentifier(uri=uri, version=version)
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, [*edits])])


class _Data(Struct, frozen=True):
    """What an action that is resolved later remembers."""

    act: str
    uri: str
    version: int
    rule: str = ""
    line: int = 1
    column: int = 1
    whole_draft: bool = False

    def write(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__struct_fields__}

    @classmethod
    def read(cls, data: Any) -> _Data | None:
        """What came back; None where it is nobody's, or for another server."""
        said = data if isinstance(data, dict) else getattr(data, "__dict__", {})
        if said.get("act") not in ("stet", "fix-all"):
            return None
        return cls(**{name: said[name] for name in cls.__struct_fields__})


def asked_of(action: types.CodeAction) -> tuple[str, int] | None:
    """The draft and the version that an action is for; None where it needs nothing more."""
    data = _Data.read(action.data)
    return None if data is None else (data.uri, data.version)


def _asking(edit: types.TextEdit) -> _Edit:
    """The edit with a place to fill in for the reason of a note."""
    before, found, after = edit.new_text.partition(_REASON)
    if not found:
        return edit
    snippet = f"{_literal(before)}${{1:why it stands}}{_literal(after)}"
    return types.SnippetTextEdit(edit.range, types.StringValue(snippet))


def _literal(text: str) -> str:
    """Text as a snippet shows it."""
    return text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}")


def _explain(rule: str) -> types.CodeAction:
    title = f"Explain {rule}"
    command = types.Command(title, EXPLAIN, arguments=[rule])
    return types.CodeAction(title=title, kind=QUICK_FIX, command=command)


def _is_safe(finding: Diagnostic) -> bool:
    return finding.fix is not None and finding.fix.applicability == "safe"


def _is_wanted(kind: str, only: Any) -> bool:
    """Whether actions of a kind are asked for: `source` asks for all below it."""
    return not only or any(kind == one or kind.startswith(f"{one}.") for one in map(_value, only))


def _value(kind: types.CodeActionKind | str) -> str:
    return kind.value if isinstance(kind, types.CodeActionKind) else kind
