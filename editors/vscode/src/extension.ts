import * as vscode from "vscode";
import { LanguageClient, type LanguageClientOptions } from "vscode-languageclient/node";

import { Command, faultOfReason, LANGUAGES, program, stetArguments, trouble } from "./server";

const SECTION = "copydesk";
/** The scheme of pages that the server writes about a draft. */
const PAGES = "copydesk-page";

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const pages = new Pages();
  context.subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider(PAGES, pages),
    vscode.commands.registerCommand("copydesk.checkFolder", checkFolder),
    vscode.commands.registerCommand("copydesk.showPeople", () => pages.show(Command.inspect, "People")),
    vscode.commands.registerCommand("copydesk.showSources", () => pages.show(Command.sources, "Sources")),
    vscode.commands.registerCommand("copydesk.writeStet", () => writeStet(false)),
    vscode.commands.registerCommand("copydesk.writeStetInDraft", () => writeStet(true)),
    vscode.commands.registerCommand("copydesk.restart", start),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration(`${SECTION}.path`)) {
        await start();
      }
    }),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

/** Start the server, or start it anew. */
async function start(): Promise<void> {
  await client?.dispose();
  client = undefined;
  const settings = vscode.workspace.getConfiguration(SECTION);
  const server = program(settings.get<string>("path", ""));
  const wrong = await trouble(server);
  if (wrong !== undefined) {
    const open = "Open the Setting";
    if ((await vscode.window.showErrorMessage(wrong, open)) === open) {
      await vscode.commands.executeCommand("workbench.action.openSettings", `${SECTION}.path`);
    }
    return;
  }
  const options: LanguageClientOptions = {
    documentSelector: LANGUAGES.map((language) => ({ language })),
    initializationOptions: settings,
    synchronize: { configurationSection: SECTION },
  };
  client = new LanguageClient(SECTION, "copydesk", { ...server, options: {} }, options);
  await client.start();
}

async function ask<Answer>(command: string, ...args: unknown[]): Promise<Answer | undefined> {
  if (client === undefined) {
    void vscode.window.showWarningMessage("copydesk does not run: its output says why.");
    return undefined;
  }
  return client.sendRequest<Answer>("workspace/executeCommand", { command, arguments: args });
}

function uriOf(uri: vscode.Uri): string {
  return client?.code2ProtocolConverter.asUri(uri) ?? uri.toString();
}

/** Check the drafts of a folder: the one that was clicked, the only one, or one that is picked. */
async function checkFolder(clicked?: vscode.Uri): Promise<void> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const folder =
    clicked ?? (folders.length === 1 ? folders[0]?.uri : (await vscode.window.showWorkspaceFolderPick())?.uri);
  if (folder === undefined) {
    return;
  }
  const title = `copydesk reads ${vscode.workspace.asRelativePath(folder)}`;
  const sum = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
    ask<string>(Command.checkFolder, uriOf(folder)),
  );
  if (sum !== undefined) {
    void vscode.window.showInformationMessage(`copydesk: ${sum}`);
    await vscode.commands.executeCommand("workbench.actions.view.problems");
  }
}

/** Ask for a reason, and let the finding under the cursor stand. */
async function writeStet(wholeDraft: boolean): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    return;
  }
  const { document, selection } = editor;
  const prompt = wholeDraft ? "Why the rule may stand in this draft" : "Why it stands";
  const reason = await vscode.window.showInputBox({ prompt, validateInput: faultOfReason });
  if (reason !== undefined) {
    await ask(Command.stet, ...stetArguments(uriOf(document.uri), selection.active, reason, wholeDraft));
  }
}

/** The pages that the server writes about drafts, shown beside them. */
class Pages implements vscode.TextDocumentContentProvider {
  private readonly texts = new Map<string, string>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.toString()) ?? "";
  }

  async show(command: string, title: string): Promise<void> {
    const draft = vscode.window.activeTextEditor?.document;
    const text = draft && (await ask<string | null>(command, uriOf(draft.uri)));
    if (draft === undefined || typeof text !== "string") {
      return;
    }
    const name = draft.uri.path.split("/").pop() ?? "draft";
    const uri = vscode.Uri.from({ scheme: PAGES, path: `${title} of ${name}`, query: draft.uri.toString() });
    this.texts.set(uri.toString(), text);
    this.changed.fire(uri);
    const page = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(page, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
  }
}
