// Search inside a long facet. Listens on the document, so facets that htmx brings in work as well.
const plain = (text) => text.toLowerCase().replaceAll("ё", "е").trim();

function narrow(field) {
  const facet = field.closest("[data-facet]");
  const wish = plain(field.value);
  const fold = facet.querySelector(".more");
  let found = 0;
  for (const option of facet.querySelectorAll("[data-option]")) {
    option.hidden = !plain(option.querySelector(".option-name").textContent).includes(wish);
    if (!option.hidden) found += 1;
  }
  if (fold) fold.open = wish !== "";
  facet.querySelector("[data-facet-none]").hidden = found > 0;
}

function offer(root) {
  for (const field of root.querySelectorAll("[data-facet-search]")) field.hidden = false;
}

// Typing here is not a new search: neither its events nor Enter may reach the form, hence the capturing phase.
for (const kind of ["input", "change", "search", "keyup", "keydown"]) {
  document.addEventListener(kind, (event) => {
    if (!event.target.matches?.("[data-facet-search]")) return;
    event.stopPropagation();
    if (kind === "input") narrow(event.target);
    if (event.key === "Enter") event.preventDefault();
  }, true);
}
document.addEventListener("htmx:load", (event) => offer(event.target));
offer(document);
