/** How the server is started, and what it is asked. Nothing here needs VS Code, so that tests can do without. */

import { spawn } from "node:child_process";

/** The languages of VS Code that drafts are written in. */
export const LANGUAGES = ["markdown", "plaintext", "html", "mdx"] as const;

/** The commands of the server. */
export const Command = {
  checkFolder: "copydesk.lsp.checkFolder",
  inspect: "copydesk.lsp.inspect",
  sources: "copydesk.lsp.sources",
  stet: "copydesk.lsp.stet",
} as const;

export interface Program {
  command: string;
  args: string[];
}

/** The server as a program; `path` is what the setting `copydesk.path` says. */
export function program(path: string): Program {
  return { command: path.trim() || "copydesk", args: ["lsp", "--stdio"] };
}

/** The arguments of `Command.stet`: a note for the finding at a position. An empty rule is whichever is there. */
export function stetArguments(
  uri: string,
  position: { line: number; character: number },
  reason: string,
  wholeDraft: boolean,
): [string, number, number, string, string, boolean] {
  return [uri, position.line, position.character, "", reason.trim(), wholeDraft];
}

/** What is wrong with a reason for a note, or nothing: it is one line, and must not end the note. */
export function faultOfReason(reason: string): string | undefined {
  if (/[[\]\r\n]|--!?>/.test(reason)) {
    return "A reason is one line, without square brackets and without -->";
  }
  return reason.length > 300 ? "A reason has at most 300 characters" : undefined;
}

/** What to do where the program does not start as a server, or nothing where it does. */
export function trouble({ command }: Program): Promise<string | undefined> {
  return new Promise((resolve) => {
    const started = spawn(command, ["lsp", "--help"], { stdio: "ignore" });
    started.on("error", () =>
      resolve(
        `There is no program "${command}". Install it with: pip install "copydesk[lsp]", ` +
          "or say in the setting copydesk.path where it is.",
      ),
    );
    started.on("exit", (code) =>
      resolve(code === 0 ? undefined : `"${command}" knows no language server: it is too old. Install a newer one.`),
    );
  });
}
