// A field above a long list of a form: words typed there leave in the list what holds them all. Without this file the list is a list.
const plain = (text) => text.toLowerCase().replaceAll("ё", "е").replace(/[«»"№.,]/g, " ").split(/\s+/).filter(Boolean);
const SHOWN = 8;
const fits = (word, wished) => (/^\d+$/.test(wished) ? word === wished : word.includes(wished));

for (const place of document.querySelectorAll("[data-narrow]")) {
  const list = place.querySelector("select");
  const label = document.createElement("label");
  const field = document.createElement("input");
  const told = document.createElement("p");
  field.type = "search";
  field.id = `${list.id}_narrow`;
  field.autocomplete = "off";
  field.setAttribute("aria-controls", list.id);
  label.htmlFor = field.id;
  label.className = "narrow-label hint";
  label.textContent = place.dataset.narrow;
  told.className = "hint";
  told.setAttribute("role", "status");
  list.before(label, field, told);

  // Options that do not fit leave the list: browsers of telephones show hidden ones.
  const empty = [...list.options].find((option) => !option.value);
  const groups = [...list.querySelectorAll("optgroup")].map((group) => ({
    group,
    options: [...group.children].map((option) => ({ option, words: plain(`${option.textContent} ${group.label}`) })),
  }));

  const narrow = () => {
    const wish = plain(field.value);
    const chosen = list.value;
    let found = 0;
    const kept = groups.map(({ group, options }) => {
      const fitting = new Set(options.filter(({ words }) => wish.every((wished) => words.some((word) => fits(word, wished)))));
      const left = options.filter((one) => fitting.has(one) || one.option.value === chosen);
      group.replaceChildren(...left.map(({ option }) => option));
      found += fitting.size;
      return left.length ? group : null;
    });
    list.replaceChildren(...(empty ? [empty] : []), ...kept.filter(Boolean));
    list.value = chosen;
    list.size = wish.length && found ? Math.min(SHOWN, found + 2) : 0;
    told.textContent = wish.length ? (found ? `${place.dataset.found} ${found}` : place.dataset.none) : "";
  };
  field.addEventListener("input", narrow);
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") {
      event.preventDefault();
      list.focus();
    } else if (event.key === "Enter") {
      event.preventDefault(); // looks for a name, sends nothing
    }
  });
  list.addEventListener("change", () => {
    if (!list.value) return;
    field.value = "";
    narrow();
  });
}
