// Questions to the desk on this machine. The key came behind the # of the address, which no browser sends.

const KEPT = "copydesk-key";
if (location.hash.length > 1) {
  sessionStorage.setItem(KEPT, location.hash.slice(1));
  history.replaceState(null, "", "/");
}
const key = sessionStorage.getItem(KEPT) ?? "";

// Answers the question, or throws an Error whose message an editor can read.
export async function ask(question, value = {}) {
  let response;
  try {
    response = await fetch(`/ask/${question}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Copydesk-Key": key },
      body: JSON.stringify(value),
    });
  } catch {
    throw new Error("The desk does not answer: it was ended. Your text is still here; copy it.");
  }
  const answer = await response.json().catch(() => ({ error: "the desk gave no answer" }));
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

// The bytes of a file in the letters that JSON can hold.
export async function encoded(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const parts = [];
  for (let at = 0; at < bytes.length; at += 0x8000) parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  return btoa(parts.join(""));
}

// Hands a file to the browser as a download.
export function download({ name, type, data }) {
  const bytes = Uint8Array.from(atob(data), (one) => one.charCodeAt(0));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
