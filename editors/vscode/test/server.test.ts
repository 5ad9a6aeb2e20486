/** The server as the extension starts it, spoken with by the library that VS Code's client is made of. */

import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import {
  createProtocolConnection,
  type Diagnostic,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";

import { Command, faultOfReason, LANGUAGES, program, stetArguments, trouble } from "../src/server";

const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const path = process.env.COPYDESK_PROGRAM ?? "copydesk";
const uri = "untitled:Untitled-1";
const text = "# A day out\n\nThe 😀 council closed the the bridge.\n";

let server: ChildProcess;
let connection: ProtocolConnection;
let commands: string[];

before(async () => {
  const { command, args } = program(path);
  server = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
  assert(server.stdin && server.stdout);
  connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.listen();
  const greeting = await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} }, workspace: { workspaceEdit: { documentChanges: true } } },
    initializationOptions: defaults(),
  });
  commands = (greeting as { capabilities: { executeCommandProvider: { commands: string[] } } }).capabilities
    .executeCommandProvider.commands;
  await connection.sendNotification("initialized", {});
  const document = { uri, languageId: "markdown", version: 1, text };
  await connection.sendNotification("textDocument/didOpen", { textDocument: document });
});

after(async () => {
  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
  const [code] = await once(server, "exit");
  assert.equal(code, 0);
});

/** The settings as VS Code sends them where nobody set any. */
function defaults(): Record<string, unknown> {
  const properties: Record<string, { default: unknown }> = manifest.contributes.configuration.properties;
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => !name.startsWith("copydesk.trace."))
      .map(([name, { default: value }]) => [name.replace("copydesk.", ""), value]),
  );
}

function execute(command: string, args: unknown[]): Promise<unknown> {
  return connection.sendRequest("workspace/executeCommand", { command, arguments: args });
}

test("the server takes the settings at their defaults without a word", async () => {
  const said: unknown[] = [];
  connection.onNotification("window/showMessage", (message) => void said.push(message));
  await connection.sendNotification("workspace/didChangeConfiguration", {
    settings: { copydesk: { ...defaults(), trace: { server: "off" } } },
  });
  await execute(Command.inspect, [uri]);
  assert.deepEqual(said, []);
});

test("a finding stands at its words, counted as VS Code counts", async () => {
  const report = (await connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } })) as {
    items: Diagnostic[];
  };
  assert.equal(report.items.length, 1);
  const [{ range, code, source }] = report.items as [Diagnostic];
  assert.deepEqual([code, source], ["repeated-word", "copydesk"]);
  assert.equal(text.split("\n")[range.start.line]?.slice(range.start.character, range.end.character), "the the");
});

test("the server knows every command that the extension asks for", () => {
  assert.deepEqual(Object.values(Command).filter((command) => !commands.includes(command)), []);
});

test("a stet note comes back as an edit", async () => {
  const edits: unknown[] = [];
  connection.onRequest("workspace/applyEdit", ({ edit }) => {
    edits.push(edit.documentChanges[0].edits[0].newText);
    return { applied: true };
  });
  assert.equal(await execute(Command.stet, stetArguments(uri, { line: 2, character: 28 }, " on purpose ", false)), true);
  assert.deepEqual(edits, ["<!-- stet: repeated-word -- on purpose -->\n"]);
});

test("the pages of a draft are text", async () => {
  assert.match(String(await execute(Command.inspect, [uri])), /People/);
  assert.match(String(await execute(Command.sources, [uri])), /\w/);
});

test("a reason that would break its note is refused before it is sent", () => {
  assert.equal(faultOfReason("an echo, on purpose"), undefined);
  assert.match(faultOfReason("so --> there") ?? "", /without -->/);
  assert.match(faultOfReason("x".repeat(301)) ?? "", /at most 300/);
});

test("a program that is not there is told, with what to do", async () => {
  assert.equal(await trouble(program(path)), undefined);
  assert.match((await trouble(program("/no/such/copydesk"))) ?? "", /pip install "copydesk\[lsp\]"/);
  assert.match((await trouble(program(process.execPath))) ?? "", /too old/);
});

test("the manifest and the code name the same commands and languages", () => {
  const code = readFileSync("src/extension.ts", "utf8");
  const registered = [...code.matchAll(/registerCommand\("([^"]+)"/g)].map((match) => match[1]).sort();
  const told = manifest.contributes.commands.map((one: { command: string }) => one.command).sort();
  assert.deepEqual(registered, told);
  assert.deepEqual(manifest.activationEvents, LANGUAGES.map((language) => `onLanguage:${language}`));
});

test("no workspace can say which program is started", () => {
  assert.equal(manifest.contributes.configuration.properties["copydesk.path"].scope, "machine");
});
