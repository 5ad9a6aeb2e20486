// The desk: sheets, what is found in them, and what an editor does about it.

import * as cast from "./cast.js";
import { byId, counted, make, sentence } from "./dom.js";
import * as list from "./findings.js";
import * as paper from "./paper.js";
import { SAMPLE } from "./sample.js";
import { ask, download, encoded } from "./server.js";
import { Sheet, moved } from "./sheet.js";

const WAIT = 300; // milliseconds after the last key

const sheets = [new Sheet()];
let sheet = sheets[0];
let findings = [];
let current = null;
let checked = { words: 0, problems: [], style: "" };
let timer = 0;
let running = false;
let shownTab = "findings";

const status = byId("status");
const say = (words) => {
  status.textContent = words;
};
const complain = (error) => {
  byId("problems").replaceChildren(make("p", {}, sentence(error.message)));
};

// Does something that may fail, and says so where it does.
const tried = (work) => async (...given) => {
  try {
    return await work(...given);
  } catch (error) {
    complain(error);
    return null;
  }
};

const shown = () => findings.filter((finding) => !sheet.ignored.has(sheet.known(finding)));
const groups = () => list.grouped(shown(), byId("order").value);
const inOrder = () => groups().flatMap(([, some]) => some);

function tally() {
  const found = shown();
  const number = (severity) => found.filter((finding) => finding.severity === severity).length;
  const [errors, warnings, infos] = ["error", "warning", "info"].map(number);
  const parts = [errors && counted(errors, "error"), warnings && counted(warnings, "warning"), infos && `${infos} for your eye`];
  const words = counted(checked.words, "word");
  return found.length ? `${parts.filter(Boolean).join(", ")} in ${words}.` : `Nothing to look at in ${words}.`;
}

function draw() {
  const all = shown();
  if (!all.includes(current)) current = null;
  paper.mark(all, current);
  list.draw({ groups: groups(), current, ignored: sheet.ignored, act, hasText: Boolean(sheet.text.trim()) && !checked.problems.length });
  byId("next").disabled = byId("previous").disabled = !all.length;
  byId("fix-all").hidden = !all.some((finding) => finding.fix?.safe);
  drawTools();
}

function drawTools() {
  byId("undo").disabled = !sheet.past.length;
  byId("redo").disabled = !sheet.future.length;
  byId("welcome").hidden = Boolean(sheet.text);
}

function drawSheet() {
  byId("name").textContent = sheets.length > 1 ? "" : sheet.name;
  byId("sheets-field").hidden = sheets.length < 2;
  byId("sheets").replaceChildren(...sheets.map((one, number) => make("option", { value: number, selected: one === sheet }, one.name)));
  byId("format").value = sheet.format;
  byId("format").disabled = sheet.rendered;
  byId("format-file").hidden = sheet.format !== "file";
  byId("style").value = sheet.style;
  document.title = `${sheet.name} – copydesk`;
  const isWord = /\.(docx|docm|dotx|dotm)$/i.test(sheet.name);
  byId("save-same").textContent = sheet.original ? sheet.name : "The text";
  byId("save-same-note").textContent = isWord ? "your changes tracked in it" : sheet.original ? "as it came, with your changes" : "as a file";
}

// The text is another: what was found moves with it until it is checked again. The list is drawn anew only where
// a finding has gone: each key would wait for that.
function follow(change) {
  if (!change) return;
  const before = findings.length;
  for (const finding of findings) {
    const place = moved(finding, change);
    Object.assign(finding, place ?? { gone: true });
    finding.related = finding.related.flatMap((one) => {
      const other = moved(one, change);
      return other ? [{ ...one, ...other }] : [];
    });
  }
  findings = findings.filter((finding) => !finding.gone);
  if (findings.length < before) draw();
  else drawTools();
  wait();
  timer = setTimeout(check, WAIT);
}

// No check waits any more; the page says of itself whether one is due, for whoever watches it.
function wait() {
  clearTimeout(timer);
  timer = 0;
  document.documentElement.dataset.checked = "no";
}

// Lets the text of a sheet be another by something other than typing.
function write(text, { caret = null, of = sheet } = {}) {
  const change = of.write(text, { caret });
  if (!change || of !== sheet) return;
  paper.change(change, caret ?? change.at + change.inserted.length);
  follow(change);
}

function turn(back) {
  const step = sheet.step(back);
  if (!step) return;
  if (step.change) {
    paper.change(step.change, step.caret);
    follow(step.change);
  } else draw();
  say(back ? "Undone." : "Done again.");
}

// Checks the sheet as it is; one check at a time, and the last text is always checked.
async function check() {
  wait();
  if (running) return;
  running = true;
  try {
    for (let checkedAt = null; checkedAt !== stamp(); ) {
      wait();
      checkedAt = stamp();
      const asked = sheet;
      if (!asked.text.trim()) {
        findings = [];
        checked = { words: 0, problems: [], style: checked.style };
        continue;
      }
      const answer = await ask("check", asked.page);
      if (checkedAt !== stamp()) continue;
      const before = new Map(findings.map((one) => [list.identity(one), one]));
      const looked = current;
      findings = answer.findings;
      checked = answer;
      current = looked && (findings.find((one) => list.identity(one) === list.identity(looked)) ?? null);
      for (const one of findings) one.unfolded = before.get(list.identity(one))?.unfolded;
    }
    byId("problems").replaceChildren(...checked.problems.map((words) => make("p", {}, sentence(words))));
    byId("style").options[0].textContent = checked.style ? `as configured (${checked.style})` : "as configured";
    draw();
    say(sheet.text.trim() ? tally() : "Nothing to read yet.");
    await drawCast();
  } catch (error) {
    complain(error);
  } finally {
    running = false;
    if (!timer) document.documentElement.dataset.checked = "yes";
  }
}

const stamp = () => [sheets.indexOf(sheet), sheet.version, sheet.style, sheet.format].join(" ");

async function drawCast() {
  if (shownTab === "findings") return;
  const at = stamp();
  const found = sheet.text.trim() ? await ask("cast", sheet.page) : { people: [], sources: [], silent: [], quotations: [], unattributed: [] };
  if (at === stamp()) cast.draw(found, (place) => paper.goTo(place));
}

function choose(finding, { focus = true } = {}) {
  const held = document.activeElement?.closest?.("#list");
  current = finding;
  draw();
  if (!finding) return;
  paper.goTo(finding, { focus: focus && !held });
  if (held) list.focusCurrent();
  list.scrollToCurrent();
  const all = inOrder();
  say(`${all.indexOf(finding) + 1} of ${all.length}: ${finding.severity}. ${sentence(finding.message)}.`);
}

function goOn(by) {
  const all = inOrder();
  if (!all.length) {
    say("Nothing to look at.");
    return;
  }
  openTab("findings");
  const at = all.indexOf(current);
  choose(all[at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length]);
}

// What becomes of the list when a finding is dealt with: the next one is looked at, and has the focus.
async function dealt(finding, work) {
  const all = inOrder();
  const following = all[all.indexOf(finding) + 1] ?? all[all.indexOf(finding) - 1] ?? null;
  const asked = sheet;
  if ((await work()) === null || asked !== sheet) return;
  if (following && shown().includes(following)) choose(following, { focus: false });
  if (!list.focusCurrent()) paper.focus();
}

// Lets the desk change the text of the sheet that is shown: that sheet gets the answer, whatever is shown by then.
const changed = tried(async (question, value, done) => {
  const asked = sheet;
  const { version, format } = asked;
  const answer = await ask(question, { page: asked.page, ...value });
  if (asked.version !== version || asked.format !== format) throw new Error(`the text of ${asked.name} has changed meanwhile: try again`);
  write(answer.text, { of: asked });
  say(asked === sheet ? done(answer) : `${asked.name}: ${done(answer)}`);
  return answer;
});

const act = {
  choose,
  goTo: (place) => paper.goTo(place),
  fix: (finding) =>
    dealt(finding, () => changed("fix", { rule: finding.rule, start: finding.start }, () => `${sentence(finding.fix.message)}: done.`)),
  stet: (finding, reason) =>
    dealt(finding, () => changed("stet", { rule: finding.rule, start: finding.start, reason }, ({ whole }) => (whole ? `It stands, and so does all that ${finding.rule} finds: a note on the whole draft says so.` : "It stands: a note in the draft says so."))),
  ignore: (finding) =>
    dealt(finding, async () => {
      sheet.ignore(finding);
      draw();
      say("Ignored, until the words round it change.");
    }),
  restore: (known) => {
    sheet.ignore(known, true);
    draw();
  },
  judge: tried(async (finding, opinion) => {
    const asked = sheet;
    const { file } = await ask("verdict", { page: asked.page, rule: finding.rule, start: finding.start, opinion });
    finding.verdict = opinion;
    if (asked === sheet) draw();
    say(`This finding is ${opinion}: kept in ${file}.`);
  }),
  explain: tried((finding) => ask("explain", { rule: finding.rule })),
};

function show(other) {
  sheet = other;
  findings = [];
  current = null;
  byId("problems").replaceChildren();
  paper.show(sheet.text);
  drawSheet();
  draw();
  return check();
}

// Puts drafts on the desk: in the place of an empty sheet, or as more of them; the first is shown.
function add(...given) {
  const made = given.map((one) => new Sheet(one));
  if (sheet.isEmpty) sheets.splice(sheets.indexOf(sheet), 1, ...made);
  else sheets.push(...made);
  const shown = show(made[0]);
  if (!made[0].faithful) {
    complain(new Error("some of this file cannot be shown as text: it can be saved as text and as a new Word document, not as it came"));
  }
  return shown;
}

const openFile = tried(async (file) => {
  say(`Reading ${file.name} …`);
  const given = await ask("open", { name: file.name, data: await encoded(file) });
  await add(given);
});

const save = tried(async (kind) => {
  byId("save-menu").open = false;
  const page = sheet.page;
  const ignored = findings.filter((one) => sheet.ignored.has(sheet.known(one))).map((one) => [one.rule, one.start]);
  const asked = sheet;
  const file = await ask("save", { page, kind, original: sheet.original, ignored });
  download(file);
  if (kind === "same") asked.saved = page.text;
  say(`Saved: ${file.name}, among your downloads.${file.note ? ` ${sentence(file.note)}.` : ""}`);
});

const paste = tried(async (html, plain) => {
  const asked = sheet;
  if (asked.isEmpty) asked.format = "markdown";
  let words = plain;
  try {
    words = (await ask("paste", { html, format: asked.format === "markdown" ? "markdown" : "plain" })).text || plain;
  } catch (error) {
    if (!plain) throw error;
  }
  if (asked !== sheet) throw new Error(`nothing was pasted, as another draft was shown meanwhile: go back to ${asked.name} and paste again`);
  const { text, caret } = paper.replaceSelection(words.replace(/\r\n?/g, "\n"));
  if (sheet.name === "untitled.txt" && sheet.format === "markdown") sheet.name = "untitled.md";
  write(text, { caret });
  drawSheet();
});

function openTab(name) {
  shownTab = name;
  for (const tab of document.querySelectorAll("[role=tab]")) {
    const isShown = tab.id === `tab-${name}`;
    tab.setAttribute("aria-selected", String(isShown));
    tab.tabIndex = isShown ? 0 : -1;
    byId(tab.getAttribute("aria-controls")).hidden = !isShown;
  }
  drawCast().catch(complain);
}

// A key pressed anywhere on the page; true where it was one of ours.
function pressed(event) {
  const command = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (event.key === "F8") goOn(event.shiftKey ? -1 : 1);
  else if (event.key === "Escape" && byId("save-menu").open) {
    byId("save-menu").open = false;
    byId("save").focus();
  } else if (event.key === "Escape" && !paper.isFocused()) paper.focus();
  else if (command && key === ".") {
    openTab("findings");
    const at = paper.caret();
    if (paper.isFocused() || !current) current = shown().find((one) => one.start <= at && at <= one.end) ?? current;
    if (!current) goOn(1);
    draw();
    list.focusCurrent({ inside: true });
  } else if (command && key === "s") save("same");
  else if (command && key === "o") byId("file").click();
  else if (command && (key === "z" || key === "y") && event.target.id !== "reason") turn(key === "z" && !event.shiftKey);
  else return false;
  return true;
}

document.addEventListener("keydown", (event) => {
  if (!event.isComposing && pressed(event)) event.preventDefault();
});

paper.listen("input", () => {
  const change = sheet.write(paper.text(), { typed: true, caret: paper.caret() });
  if (change) paper.follow(change);
  follow(change);
});
paper.listen("beforeinput", (event) => {
  if (!event.inputType.startsWith("history")) return;
  event.preventDefault();
  turn(event.inputType === "historyUndo");
});
paper.listen("click", () => {
  const at = paper.caret();
  const found = shown().filter((one) => one.start <= at && at <= one.end);
  const finding = found.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
  if (!finding) return;
  openTab("findings");
  current = finding;
  draw();
  list.scrollToCurrent();
  say(`${sentence(finding.severity)}. ${sentence(finding.message)}.`);
});
paper.listen("paste", (event) => {
  const html = event.clipboardData.getData("text/html");
  if (!html) return;
  event.preventDefault();
  paste(html, event.clipboardData.getData("text/plain"));
});

document.addEventListener("dragover", (event) => {
  if (![...event.dataTransfer.types].includes("Files")) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = "copy";
});
document.addEventListener("drop", async (event) => {
  if (!event.dataTransfer.files.length) return;
  event.preventDefault();
  for (const file of [...event.dataTransfer.files]) await openFile(file);
});

byId("open").addEventListener("click", () => byId("file").click());
byId("file").addEventListener("change", async (event) => {
  for (const file of [...event.target.files]) await openFile(file);
  event.target.value = "";
});
for (const button of document.querySelectorAll("[data-save]")) button.addEventListener("click", () => save(button.dataset.save));
byId("undo").addEventListener("click", () => turn(true));
byId("redo").addEventListener("click", () => turn(false));
byId("next").addEventListener("click", () => goOn(1));
byId("previous").addEventListener("click", () => goOn(-1));
byId("order").addEventListener("change", draw);
byId("style").addEventListener("change", (event) => {
  sheet.style = event.target.value;
  check();
});
byId("format").addEventListener("change", (event) => {
  sheet.format = event.target.value;
  check();
});
byId("sheets").addEventListener("change", (event) => show(sheets[Number(event.target.value)]));
byId("sample").addEventListener("click", () => {
  write(SAMPLE, { caret: 0 });
  check();
});
byId("fix-all").addEventListener(
  "click",
  tried(async () => {
    const asked = sheet;
    const answer = await changed("fix", {}, ({ made }) => `${counted(made, "correction")} made. Undo takes them back.`);
    if (answer && asked === sheet) paper.focus();
  }),
);

const tabs = [...document.querySelectorAll("[role=tab]")];
for (const tab of tabs) {
  tab.addEventListener("click", () => openTab(tab.getAttribute("aria-controls")));
  tab.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    const other = tabs[(tabs.indexOf(tab) + by + tabs.length) % tabs.length];
    other.focus();
    openTab(other.getAttribute("aria-controls"));
  });
}
document.addEventListener("click", (event) => {
  const menu = byId("save-menu");
  if (menu.open && !menu.contains(event.target)) menu.open = false;
});
addEventListener("beforeunload", (event) => {
  if (sheets.some((one) => !one.isSaved)) event.preventDefault();
});

// What waits on the desk when it is opened.
const begin = tried(async () => {
  const start = await ask("start");
  byId("style").append(...start.styles.map((one) => make("option", { value: one.name }, one.as_of ? `${one.name} (${one.as_of})` : one.name)));
  byId("file").accept = start.suffixes.join(",");
  drawSheet();
  draw();
  if (start.drafts.length) await add(...(await Promise.all(start.drafts.map((_, number) => ask("open", { number })))));
  if (start.problems.length) complain(new Error(start.problems.join("; ")));
  document.documentElement.dataset.ready = "";
});
paper.show("");
begin();
