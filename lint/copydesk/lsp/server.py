"""The server: what a client says goes to the desk, what is found goes back."""

from __future__ import annotations

import asyncio
import os
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, BinaryIO, ParamSpec, TypeVar

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

from copydesk.errors import CannotNoteError, CannotReadError, CannotWriteError, ConfigError, UsageError
from copydesk.house.verdicts import Opinion
from copydesk.lsp.actions import EXPLAIN, FIX_ALL, QUICK_FIX, VERDICT, Abilities, Menu, asked_of
from copydesk.lsp.checking import Desk, Superseded, encoded
from copydesk.lsp.client import end_with
from copydesk.lsp.diagnostics import diagnostic, diagnostics, fault, hover
from copydesk.lsp.drafts import Across, OpenDraft, Result, make_result, path_of, uri_of, with_across
from copydesk.lsp.pages import Pages
from copydesk.lsp.positions import Encoding, Lines
from copydesk.lsp.settings import SECTION, read_settings
from copydesk.model.report import Diagnostic, Place
from copydesk.model.source import Position
from copydesk.run.inputs import Input, read_input
from copydesk.version import __version__
from copydesk.wording import close, count

CONFIGURATION = "**/*.toml"
"""The files that a client is asked to watch: configurations, and terms under any name."""

CONTENT_MODIFIED, REQUEST_FAILED = -32801, -32803
"""What the protocol calls a request that came too late, and one that cannot be fulfilled."""

P = ParamSpec("P")
ResultT = TypeVar("ResultT")


class Server(LanguageServer):
    """A language server for drafts.

    plugins  whether those of other packages take part
    """

    desk: Desk
    pages: Pages

    def __init__(self, *, plugins: bool = True) -> None:
        super().__init__("copydesk", __version__, types.TextDocumentSyncKind.Full)
        self._plugins = plugins
        self._drafts: dict[str, OpenDraft] = {}
        self._thread = ThreadPoolExecutor(1, "check")
        self._calm = asyncio.Event()
        self._urgent = 0
        self._running: dict[tuple[str, int], asyncio.Task[Result]] = {}
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._tasks: set[asyncio.Task[Any]] = set()
        self._to_compare: dict[str, None] = {}
        self._is_comparing = False
        self._is_leaving = False
        self._sent: dict[str, int] = {}
        self._faulty: dict[str, str] = {}
        self._told: set[str] = set()
        self._of_folders: set[str] = set()
        self._of_commands: set[asyncio.Task[Any]] = set()

    # What the client can do

    @property
    def encoding(self) -> Encoding:
        """What the client counts characters in."""
        return self.workspace.position_encoding or types.PositionEncodingKind.Utf16

    @property
    def _abilities(self) -> Abilities:
        return Abilities.of(self.client_capabilities)

    @property
    def pulls(self) -> bool:
        """Whether the client asks for diagnostics itself."""
        document = self.client_capabilities.text_document
        return bool(document and document.diagnostic)

    @property
    def _refreshes(self) -> bool:
        workspace = self.client_capabilities.workspace
        return bool(workspace and workspace.diagnostics and workspace.diagnostics.refresh_support)

    # The beginning

    def begin(self, params: types.InitializeParams) -> None:
        """Read what is installed, and what the client sets."""
        folders = params.workspace_folders or []
        uri = folders[0].uri if folders else params.root_uri
        root = path_of(uri, os.getcwd()) if uri else params.root_path or os.getcwd()
        self.desk = Desk(root, plugins=self._plugins)
        self.pages = Pages(self.desk.registry)
        self._use(params.initialization_options)
        if params.process_id is not None:
            end_with(params.process_id)

    async def settle(self) -> None:
        """Ask to be told of changed files, and for the settings."""
        for problem in self.desk.registry.problems:
            self.say(problem, types.MessageType.Warning)
        workspace = self.client_capabilities.workspace
        watched = workspace and workspace.did_change_watched_files
        if watched and watched.dynamic_registration:
            watchers = [types.FileSystemWatcher(CONFIGURATION)]
            options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
            method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
            registration = types.Registration("copydesk-configuration", method, options)
            await self.client_register_capability_async(types.RegistrationParams([registration]))
        await self.read_configuration(None)

    async def read_configuration(self, given: object) -> None:
        """Take the settings of the client: those that it sent, or else those that it has."""
        workspace = self.client_capabilities.workspace
        if given is None:
            if not (workspace and workspace.configuration):
                return
            item = types.ConfigurationItem(section=SECTION)
            answers = await self.workspace_configuration_async(types.ConfigurationParams([item]))
            given = answers[0] if answers else None
            if given is None:
                return
        await self._work(self._use, given)
        await self.check_again()

    def _use(self, given: object) -> None:
        settings, problems = read_settings(given)
        for problem in problems:
            self.say(problem, types.MessageType.Warning)
        try:
            self.desk.use(settings)
        except UsageError as error:
            self.say(f"{error}; the settings are as before", types.MessageType.Error)

    # Drafts come and go

    def open(self, document: types.TextDocumentItem) -> None:
        """Take a draft, and check it."""
        path = path_of(document.uri, self.desk.root)
        draft = OpenDraft(document.uri, path, document.language_id, document.version, document.text)
        self._drafts[document.uri] = draft
        self._of_folders.discard(document.uri)
        if not self.pulls:
            self._soon(draft, 0)
        self.compare(draft)

    def change(self, uri: str, version: int, text: str) -> None:
        """Take what was typed, and check it once the keys are still."""
        draft = self._drafts.get(uri)
        if draft is None:
            return
        draft.change(version, text)
        if draft.is_long:
            self._say_long(draft)
        elif not self.pulls:
            self._soon(draft, self.desk.settings.delay)

    def save(self, uri: str) -> None:
        """Check what was saved at once."""
        draft = self._drafts.get(uri)
        if draft is None:
            return
        draft.is_fresh = True
        if not self.pulls:
            self._soon(draft, 0)
        self.compare(draft)

    def close(self, uri: str) -> None:
        """Forget a draft."""
        self._drafts.pop(uri, None)
        self._to_compare.pop(uri, None)
        self._stop_timer(uri)
        self._sent.pop(uri, None)
        if not self.pulls:
            self._publish(uri, [])

    async def check_again(self) -> None:
        """Check every open draft under what holds now."""
        for draft in self._drafts.values():
            draft.result = None
        await self.show_all()

    async def show_all(self) -> None:
        """Let the client see what was found in all open drafts."""
        if self.pulls:
            if self._refreshes:
                await self.workspace_diagnostic_refresh_async(None)
            return
        for draft in [*self._drafts.values()]:
            await self._show(draft)

    def draft(self, uri: str) -> OpenDraft | None:
        """A draft that is open."""
        return self._drafts.get(uri)

    def _say_long(self, draft: OpenDraft) -> None:
        name = os.path.basename(draft.path)
        self.say_once(
            f"{name} is long: it is checked when it is opened and saved, not at every keystroke",
            types.MessageType.Info,
        )

    # Checks

    async def result(self, draft: OpenDraft) -> Result | None:
        """What is found in the newest version; of a long draft that was changed, what was found before."""
        while True:
            try:
                return await self._result(draft)
            except Superseded:
                continue

    async def _result(self, draft: OpenDraft) -> Result | None:
        """The same of the version that is the newest now. Raises Superseded where a newer one comes."""
        if draft.is_long and not draft.is_fresh:
            return draft.result
        if draft.current is not None:
            return draft.current
        key = draft.uri, draft.version
        task = self._running.get(key)
        if task is None:
            task = self._running[key] = asyncio.create_task(self._check(draft, draft.version, draft.text))
            task.add_done_callback(lambda _: self._running.pop(key, None))
            task.add_done_callback(lambda done: done.cancelled() or done.exception())
        return await asyncio.shield(task)

    async def _check(self, draft: OpenDraft, version: int, text: str) -> Result:
        def check() -> Any:
            if draft.version != version:
                raise Superseded
            return self.desk.check(draft.path, draft.language, text)

        found = await self._work(check)
        self._tell_faults()
        if draft.version != version:
            raise Superseded
        draft.result = make_result(version, text, found.findings, found.problems, draft.across, self.encoding)
        return draft.result

    async def _work(self, function: Callable[P, ResultT], *args: P.args, **kwargs: P.kwargs) -> ResultT:
        """Let the thread that checks do something that somebody waits for."""
        self._urgent += 1
        self._calm.clear()
        try:
            return await self._in_thread(lambda: function(*args, **kwargs))
        finally:
            self._urgent -= 1
            if not self._urgent:
                self._calm.set()

    async def _in_thread(self, function: Callable[[], ResultT]) -> ResultT:
        return await asyncio.get_running_loop().run_in_executor(self._thread, function)

    def _soon(self, draft: OpenDraft, delay: int) -> None:
        """Check a draft and publish what is found, so many milliseconds after the last key."""
        self._stop_timer(draft.uri)
        if not delay:
            self._start(self._show(draft))
            return
        loop = asyncio.get_running_loop()
        self._timers[draft.uri] = loop.call_later(delay / 1000, lambda: self._start(self._show(draft)))

    def _stop_timer(self, uri: str) -> None:
        timer = self._timers.pop(uri, None)
        if timer is not None:
            timer.cancel()

    def _start(self, work: Any) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _show(self, draft: OpenDraft) -> None:
        """Publish what is found in a draft, unless something newer will be."""
        self._stop_timer(draft.uri)
        try:
            result = await self._result(draft)
        except Superseded:
            return
        if result is None or self._drafts.get(draft.uri) is not draft:
            return
        if self._sent.get(draft.uri) == result.number:
            return
        self._sent[draft.uri] = result.number
        self._publish(draft.uri, self.shown(draft, result), result.version)

    def shown(self, draft: OpenDraft, result: Result) -> list[types.Diagnostic]:
        """What a client shows of a result."""
        return diagnostics(result, self._locate(draft.path, draft.uri, result.lines), self.pages)

    # Rules across drafts

    def compare(self, draft: OpenDraft) -> None:
        """Let the rules across drafts look at it, once nothing more urgent is to be done."""
        self._to_compare[draft.uri] = None
        if not self._is_comparing:
            self._is_comparing = True
            self._start(self._compare())

    async def _compare(self) -> None:
        try:
            while self._to_compare:
                uri = next(iter(self._to_compare))
                draft = self._drafts.get(uri)
                try:
                    if draft is not None:
                        await self._compare_one(draft)
                except Superseded:
                    if self._is_leaving:
                        return
                    await self._calm.wait()
                else:
                    self._to_compare.pop(uri, None)
        finally:
            self._is_comparing = False

    async def _compare_one(self, draft: OpenDraft) -> None:
        await self.result(draft)
        opened = [*self._drafts.values()]
        texts = {one.path: one.text for one in opened if self.desk.reads(one.path, one.language)}
        if draft.path not in texts:
            return
        path, language = draft.path, draft.language
        found, is_new_archive = await self._in_thread(
            lambda: self.desk.check_across(
                path, language, texts, lambda: not (self._urgent or self._is_leaving)
            )
        )
        changed = is_new_archive or draft.is_long
        for one in opened:
            if one.path not in found:
                continue
            across = Across(texts[one.path], found[one.path].findings, found[one.path].problems)
            if (across.findings, across.problems) != (one.across.findings, one.across.problems):
                changed = True
                one.result = one.result and with_across(one.result, across)
            one.across = across
        if is_new_archive:
            await self.check_again()
        elif changed:
            await self.show_all()

    # Folders

    async def check_folder(self, uri: str) -> str:
        """Check all drafts of a folder and publish what is found; returns the sum of it in one line."""
        task = asyncio.current_task()
        if task is not None:
            self._of_commands.add(task)
            task.add_done_callback(self._of_commands.discard)
        folder = path_of(uri, self.desk.root)
        texts = [Input(one.path, encoded(one.text)) for one in self._drafts.values()]
        try:
            report = await asyncio.to_thread(
                self.desk.check_folder, folder, texts, lambda: not self._is_leaving
            )
        except UsageError as error:
            return str(error)
        except Superseded:
            return "the check was ended"
        for gone in self._of_folders - self._drafts.keys():
            self._publish(gone, [])
        self._of_folders.clear()
        opened = {draft.path for draft in self._drafts.values()}
        found: dict[str, list[types.Diagnostic]] = {}
        locate = self._locate("", "", None)
        for finding in report.findings:
            path = finding.place.path
            if path not in opened:
                lines = self._lines(path)
                shown = diagnostic(finding, lines, self._locate(path, uri_of(path), lines), self.pages)
                found.setdefault(locate(finding.place).uri, []).append(shown)
        for address, shown_there in found.items():
            self._publish(address, shown_there)
        self._of_folders.update(found)
        undone = [*Counter(str(problem.message) for problem in report.problems)]
        left = f"; {count(len(undone), 'problem')}: {'; '.join(undone[:3])}" if undone else ""
        return f"{close(report)}{left}"

    # Messages

    def say(self, message: str, kind: types.MessageType) -> None:
        """Show a line to the person who writes."""
        self.window_show_message(types.ShowMessageParams(kind, f"copydesk: {message}"))

    def say_once(self, message: str, kind: types.MessageType) -> None:
        """The same, but never again."""
        if message not in self._told:
            self._told.add(message)
            self.say(message, kind)

    def _tell_faults(self) -> None:
        """Say once what is wrong with a configuration, in its file too, and take it back once it is right."""
        now: dict[str, str] = {}
        for found in self.desk.rulebook.faults():
            error = found.error
            path = os.path.abspath(error.path) if isinstance(error, ConfigError) else ""
            address = uri_of(path) if path else ""
            now[address] = str(error)
            if self._faulty.get(address) == str(error):
                continue
            so = "what held before still holds" if found.was_right else "drafts that go by it are not checked"
            self.say(f"{error}; {so}", types.MessageType.Error)
            if address:
                self._publish(address, [fault(error)])
        for address in self._faulty.keys() - now.keys():
            if address:
                self._publish(address, [])
        self._faulty = now

    def _publish(self, uri: str, shown: list[types.Diagnostic], version: int | None = None) -> None:
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, shown, version))

    def _locate(self, path: str, uri: str, lines: Lines | None) -> Callable[[Place], types.Location]:
        """Where a place is; the draft at `path` has these lines already."""

        def locate(place: Place) -> types.Location:
            if lines is not None and place.path == path:
                return types.Location(uri, lines.range(place))
            draft = next((one for one in self._drafts.values() if one.path == place.path), None)
            if draft is not None and draft.result is not None:
                return types.Location(draft.uri, draft.result.lines.range(place))
            return types.Location(uri_of(place.path), self._lines(place.path).range(place))

        return locate

    def _lines(self, path: str) -> Lines:
        """The lines of a draft that is not open; of one that cannot be read, none."""
        try:
            text = read_input(Input(path), self.desk.registry.reader_for(path)).source.text
        except CannotReadError:
            text = ""
        return Lines(text, self.encoding)

    async def menu(self, draft: OpenDraft) -> Menu | None:
        """The actions for a draft as it is now; None where that was not checked."""
        result = await self.result(draft)
        if result is None or result.version != draft.version:
            return None
        locate = self._locate(draft.path, draft.uri, result.lines)
        return Menu(self.desk, draft, result, locate, self.pages, self._abilities)

    async def actions(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        """The actions for a range."""
        draft = self.draft(params.text_document.uri)
        menu = draft and await self.menu(draft)
        return await self._work(menu.actions, params) if menu else []

    async def resolve(self, action: types.CodeAction) -> types.CodeAction:
        """An action with its edit."""
        asked = asked_of(action)
        draft = None if asked is None else self.draft(asked[0])
        if asked is None or draft is None:
            return action
        menu = await self.menu(draft)
        if menu is None or draft.version != asked[1]:
            raise JsonRpcException("the draft has changed since", code=CONTENT_MODIFIED)
        try:
            return await self._work(menu.resolved, action)
        except CannotNoteError as error:
            self.say(str(error), types.MessageType.Warning)
            raise JsonRpcException(str(error), code=REQUEST_FAILED) from error

    async def write_stet(
        self, uri: str, position: types.Position, rule: str, reason: str, *, whole_draft: bool
    ) -> bool:
        """Write a stet note for the finding at a position; returns whether the client took it."""
        draft = self.draft(uri)
        menu = draft and await self.menu(draft)
        if not draft or not menu or draft.current is None:
            return False
        point = types.Range(position, position)
        found = next((one for one in menu.touched(point) if not rule or one.rule == rule), None)
        if found is None:
            self.say("there is no finding here that could stand", types.MessageType.Info)
            return False
        place = Position(found.place.line, found.place.column)
        try:
            edit = await self._work(menu.note, place, found.rule, reason, whole_draft=whole_draft)
        except CannotNoteError as error:
            self.say(str(error), types.MessageType.Warning)
            return False
        label = f"stet: {found.rule}"
        answer = await self.workspace_apply_edit_async(types.ApplyWorkspaceEditParams(edit, label))
        return answer.applied

    async def keep_verdict(self, uri: str, place: Position, rule: str, opinion: Opinion) -> bool:
        """Keep a verdict on the finding of a rule at a place of a draft; returns whether that was done."""
        draft = self.draft(uri)
        result = draft and await self.result(draft)
        if not draft or not result:
            return False
        found = next((one for one in result.findings if _is_at(one, place, rule)), None)
        if found is None:
            self.say(f"{rule} reports nothing here any more", types.MessageType.Info)
            return False
        try:
            file = await self._work(self.desk.judge, draft.path, draft.language, result.text, found, opinion)
        except (CannotReadError, CannotWriteError, UsageError) as error:
            self.say(f"the verdict was not kept: {error}", types.MessageType.Warning)
            return False
        self.say(f"{rule} is {opinion} here: kept in {file}", types.MessageType.Info)
        return True

    async def explain(self, rule: str) -> None:
        """Show the page of a rule, or as much as fits into a message."""
        window = self.client_capabilities.window
        page = self.pages.address(rule)
        if page and window and window.show_document and window.show_document.support:
            await self.window_show_document_async(types.ShowDocumentParams(page, take_focus=True))
        else:
            self.say(self.pages.text(rule), types.MessageType.Info)

    async def page(self, uri: str, view: str) -> str | None:
        """What `copydesk inspect` or `copydesk sources` says of a draft."""
        draft = self.draft(uri)
        if draft is None:
            return None
        try:
            return await self._work(self.desk.page, draft.path, draft.text, view)
        except CannotReadError as error:
            return str(error)

    def finish(self) -> None:
        """Leave nothing running."""
        self._is_leaving = True
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def leave(self) -> None:
        """End what takes long: the client goes. pygls cannot end commands that still run itself."""
        self._is_leaving = True
        await asyncio.gather(*self._of_commands, return_exceptions=True)


def _is_at(finding: Diagnostic, place: Position, rule: str) -> bool:
    at = finding.place
    return (finding.rule, at.line, at.column) == (rule, place.line, place.column)


def build(*, plugins: bool = True) -> Server:
    """A server that answers what an editor asks."""
    server = Server(plugins=plugins)
    _hear_of_drafts(server)
    _answer(server)
    _obey(server)
    return server


def serve(stdin: BinaryIO, stdout: BinaryIO, *, plugins: bool = True) -> int:
    """Speak with a client until it leaves; returns the exit code: 0 where it said good-bye."""
    server = build(plugins=plugins)
    said_goodbye: list[bool] = []

    @server.feature(types.SHUTDOWN)
    async def shutdown(_: None) -> None:
        said_goodbye.append(True)
        await server.leave()

    try:
        server.start_io(stdin, stdout)
    finally:
        server.finish()
    return 0 if said_goodbye else 1


def _hear_of_drafts(server: Server) -> None:
    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        server.begin(params)

    @server.feature(types.INITIALIZED)
    async def initialized(_: types.InitializedParams) -> None:
        await server.settle()

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def did_open(params: types.DidOpenTextDocumentParams) -> None:
        server.open(params.text_document)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(params: types.DidChangeTextDocumentParams) -> None:
        document = params.text_document
        server.change(document.uri, document.version, params.content_changes[-1].text)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def did_save(params: types.DidSaveTextDocumentParams) -> None:
        server.save(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(params: types.DidCloseTextDocumentParams) -> None:
        server.close(params.text_document.uri)

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    async def did_change_configuration(params: types.DidChangeConfigurationParams) -> None:
        await server.read_configuration(params.settings)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def did_change_watched_files(_: types.DidChangeWatchedFilesParams) -> None:
        await server.check_again()


def _answer(server: Server) -> None:
    options = types.DiagnosticOptions(
        inter_file_dependencies=True, workspace_diagnostics=False, identifier="copydesk"
    )

    @server.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options)
    async def diagnostic(params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
        draft = server.draft(params.text_document.uri)
        if draft is None:
            return types.RelatedFullDocumentDiagnosticReport(items=[])
        result = await server.result(draft)
        if result is None:
            return types.RelatedFullDocumentDiagnosticReport(items=[])
        number = str(result.number)
        if params.previous_result_id == number:
            return types.RelatedUnchangedDocumentDiagnosticReport(result_id=number)
        return types.RelatedFullDocumentDiagnosticReport(items=server.shown(draft, result), result_id=number)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def show_why(params: types.HoverParams) -> types.Hover | None:
        draft = server.draft(params.text_document.uri)
        result = draft and await server.result(draft)
        if not draft or not result or result.version != draft.version:
            return None
        document = server.client_capabilities.text_document
        formats = (document and document.hover and document.hover.content_format) or []
        markdown = types.MarkupKind.Markdown in formats
        return hover(result, params.position, server.pages, markdown=markdown)

    kinds = types.CodeActionOptions(code_action_kinds=[QUICK_FIX, FIX_ALL], resolve_provider=True)

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)
    async def code_action(params: types.CodeActionParams) -> list[types.CodeAction]:
        return await server.actions(params)

    @server.feature(types.CODE_ACTION_RESOLVE)
    async def resolve(action: types.CodeAction) -> types.CodeAction:
        return await server.resolve(action)


def _obey(server: Server) -> None:
    """The commands of `workspace/executeCommand`."""

    @server.command(EXPLAIN)
    async def explain(rule: str) -> None:
        await server.explain(rule)

    @server.command("copydesk.lsp.stet")
    async def stet(uri: str, line: int, character: int, rule: str, reason: str, whole_draft: bool) -> bool:
        position = types.Position(line, character)
        return await server.write_stet(uri, position, rule, reason, whole_draft=whole_draft)

    @server.command(VERDICT)
    async def verdict(uri: str, line: int, column: int, rule: str, opinion: Opinion) -> bool:
        return await server.keep_verdict(uri, Position(line, column), rule, opinion)

    @server.command("copydesk.lsp.inspect")
    async def inspect(uri: str) -> str | None:
        return await server.page(uri, "inspect")

    @server.command("copydesk.lsp.sources")
    async def sources(uri: str) -> str | None:
        return await server.page(uri, "sources")

    @server.command("copydesk.lsp.checkFolder")
    async def check_folder(uri: str) -> str:
        return await server.check_folder(uri)
