// The panel «Версия для слабовидящих»: applies a choice at once and keeps it on the server; without this file the form reloads the page.
const root = document.documentElement;
const panel = document.querySelector("[data-appearance]");
const form = panel?.querySelector("form");

function show(button) {
  if (button.name === "reset") {
    Object.assign(root.dataset, { scheme: "auto", size: "1", pictures: "on" });
  } else {
    root.dataset[button.name] = button.value;
  }
  for (const pick of form.querySelectorAll(".pick")) {
    pick.setAttribute("aria-pressed", String(root.dataset[pick.name] === pick.value));
  }
  const { scheme, size, pictures } = root.dataset;
  const reset = form.querySelector("[name=reset]");
  reset.hidden = scheme === "auto" && size === "1" && pictures === "on";
  if (reset.hidden && button === reset) form.querySelector(".pick").focus();
}

form?.addEventListener("submit", async (event) => {
  const button = event.submitter;
  if (!button) return;
  event.preventDefault();
  show(button);
  const words = new FormData(form);
  words.set(button.name, button.value);
  // Kept alive: whoever follows a link at once keeps the choice too.
  const asked = { method: "POST", body: words, headers: { "X-Requested-With": "fetch" }, keepalive: true };
  const answer = await fetch(form.action, asked).catch(() => null);
  // Not kept (a stale page, no network): the plain form says what is wrong.
  if (!answer?.ok) {
    form.elements.next.value = location.pathname + location.search;
    const plain = document.createElement("input");
    Object.assign(plain, { type: "hidden", name: button.name, value: button.value });
    form.append(plain);
    form.submit();
  }
});

// A panel that was folded stays folded on the next pages.
if (panel) {
  if (localStorage.getItem("appearance-panel") === "folded") panel.open = false;
  panel.addEventListener("toggle", () => localStorage.setItem("appearance-panel", panel.open ? "open" : "folded"));
}

// An error summary is read first.
document.querySelector("[data-focus]")?.focus();
