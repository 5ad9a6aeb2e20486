(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("script");
  const all = (selector) => [...document.querySelectorAll(selector)];

  const theme = document.querySelector(".theme");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const stored = (value) => {
    try {
      return value === undefined ? localStorage.getItem("copydesk-theme") : localStorage.setItem("copydesk-theme", value);
    } catch {
      return null; // a browser may keep nothing for a file
    }
  };
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
  const name = () => { theme.textContent = isDark() ? "Light" : "Dark"; };
  const kept = stored();
  if (kept === "dark" || kept === "light") root.dataset.theme = kept;
  theme.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    stored(root.dataset.theme);
    name();
  });
  system.addEventListener("change", name);
  name();

  for (const button of all(".copy")) {
    button.addEventListener("click", async () => {
      const line = button.previousElementSibling;
      try {
        await navigator.clipboard.writeText(line.textContent);
        button.textContent = "Copied";
      } catch {
        getSelection().selectAllChildren(line); // a browser may keep the clipboard from a file: it is marked, then
        button.textContent = document.execCommand("copy") ? "Copied" : "Marked";
      }
    });
  }

  const form = document.querySelector(".filters");
  if (!form) return;
  const ranks = ["info", "warning", "error"];
  const notes = all(".note");
  const severity = new Map(notes.map((note) => [note.id, note.dataset.severity]));
  const marks = all("mark").map((mark) => [mark, mark.dataset.notes.split(" ")]);
  const checked = (field) => new Set(all(`.filters input[name=${field}]:checked`).map((input) => input.value));
  const output = form.querySelector("output");

  const apply = () => {
    const severities = checked("severity");
    const rules = checked("rule");
    const shown = new Set();
    for (const note of notes) {
      note.hidden = !(severities.has(note.dataset.severity) && rules.has(note.dataset.rule));
      if (!note.hidden) shown.add(note.id);
    }
    for (const [mark, ids] of marks) {
      const grave = ids.filter((id) => shown.has(id)).map((id) => ranks.indexOf(severity.get(id)));
      mark.dataset.severity = grave.length ? ranks[Math.max(...grave)] : "none";
    }
    for (const ref of all(".ref, .gist li")) ref.hidden = !shown.has(ref.dataset.note);
    for (const group of all(".gist > div")) group.hidden = !group.querySelector("li:not([hidden])");
    for (const row of all(".row")) {
      row.classList.toggle("quiet", !row.querySelector(".note:not([hidden]), mark:not([data-severity=none])"));
    }
    document.body.classList.toggle("marked-only", form.elements.marked.checked);
    output.textContent = `${shown.size} of ${notes.length} shown`;
  };
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("click", (event) => {
    const every = event.target.dataset.all;
    if (!every) return;
    for (const input of all(".filters input[name=rule]")) input.checked = every === "yes";
    apply();
  });
  const menu = form.querySelector(".rules");
  document.addEventListener("click", (event) => {
    if (menu.open && !menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("click", (event) => {
    const mark = event.target.closest("mark:not([data-severity=none])");
    if (!mark || String(getSelection())) return;
    const id = mark.dataset.notes.split(" ").find((key) => !document.getElementById(key).hidden);
    if (id) location.hash = id;
  });
  apply(); // a browser that comes back to the page keeps what was chosen
})();
