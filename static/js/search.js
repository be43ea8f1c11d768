// The search page while htmx keeps it up to date: what is open stays open, focus is never lost, the sheet closes.
// Without this file, or without htmx, the page is a plain form.
const form = document.querySelector("[data-search]");
const results = document.getElementById("results");
const text = document.getElementById("search-text");
const folds = new Map(); // what a visitor opened or closed, by facet: htmx brings the facets anew

// Asked of the element, for htmx writes the address without its hash.
const isSheetOpen = () => document.getElementById("filters").matches(":target");
const ours = (event) => event.target === form || form.contains(event.target);

form.addEventListener("click", (event) => {
  const fold = event.target.closest("summary")?.parentElement;
  const facet = fold?.closest("[data-facet]");
  // The click comes before the fold moves.
  if (facet) folds.set(`${facet.dataset.facet} ${fold.className}`, !fold.open);
});

function refold() {
  for (const facet of form.querySelectorAll("[data-facet]")) {
    for (const fold of [facet, ...facet.querySelectorAll("details")]) {
      const wish = folds.get(`${facet.dataset.facet} ${fold.className}`);
      if (wish !== undefined) fold.open = wish;
    }
  }
}

// What was typed into the search inside a facet narrows its new values too.
const wishes = new Map();

function rememberWishes() {
  wishes.clear();
  for (const field of form.querySelectorAll("[data-facet-search]")) {
    if (field.value) wishes.set(field.closest("[data-facet]").dataset.facet, field.value);
  }
}

function renarrow() {
  for (const [name, wish] of wishes) {
    const field = form.querySelector(`[data-facet="${CSS.escape(name)}"] [data-facet-search]`);
    if (!field) continue;
    field.value = wish;
    field.dispatchEvent(new Event("input"));
  }
}

document.body.addEventListener("htmx:beforeRequest", (event) => {
  if (ours(event)) results.setAttribute("aria-busy", "true");
});
document.body.addEventListener("htmx:beforeSwap", rememberWishes);
for (const kind of ["htmx:afterRequest", "htmx:sendAbort"]) {
  document.body.addEventListener(kind, (event) => {
    if (ours(event)) results.removeAttribute("aria-busy");
  });
}

// A server that does not answer: the plain address takes over, so the visitor sees what is wrong.
for (const kind of ["htmx:responseError", "htmx:sendError"]) {
  document.body.addEventListener(kind, (event) => {
    if (ours(event)) location.assign(event.detail.pathInfo.finalRequestPath);
  });
}

document.body.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.target !== results && event.target !== results) return;
  refold();
  renarrow();
  const state = document.getElementById("search-state").dataset;
  // Somebody who is typing knows better what the field should say.
  if (document.activeElement !== text) text.value = state.text;
  const cause = event.detail.requestConfig?.triggeringEvent;
  const followed = cause?.type === "click" && cause.target?.closest?.("a");
  if (isSheetOpen() && cause?.type === "submit") location.hash = "results";
  if (followed || document.activeElement === document.body) {
    const title = document.getElementById("results-title");
    title?.focus({ preventScroll: true });
    if (followed && results.getBoundingClientRect().top < 0) results.scrollIntoView();
  }
});

// Suggestions come with the first touch of the field: a visitor who only reads or filters does not load them.
if (text.dataset.suggestScript) {
  const load = () => import(text.dataset.suggestScript);
  if (document.activeElement === text) load();
  else text.addEventListener("focus", load, { once: true });
}
