// Suggestions under the search field: a combobox with a list box, by keyboard and pointer. Without this file the field is a field.
const field = document.querySelector("[data-suggest]");
const list = document.getElementById("suggestions");
const WAIT = 150; // milliseconds after the last key
let timer = 0;
let asked = null;
let chosen = -1;

field.setAttribute("role", "combobox");
field.setAttribute("aria-autocomplete", "list");
field.setAttribute("aria-controls", list.id);
field.setAttribute("aria-expanded", "false");

const options = () => [...list.children];

function close() {
  clearTimeout(timer);
  asked?.abort();
  list.hidden = true;
  chosen = -1;
  field.setAttribute("aria-expanded", "false");
  field.removeAttribute("aria-activedescendant");
}

function open() {
  chosen = -1;
  list.hidden = list.children.length === 0;
  field.setAttribute("aria-expanded", String(!list.hidden));
  field.removeAttribute("aria-activedescendant");
}

function move(step) {
  const all = options();
  // One place past either end is the field itself.
  chosen = ((chosen + 1 + step + all.length + 1) % (all.length + 1)) - 1;
  all.forEach((option, place) => option.setAttribute("aria-selected", String(place === chosen)));
  if (chosen < 0) {
    field.removeAttribute("aria-activedescendant");
    return;
  }
  field.setAttribute("aria-activedescendant", all[chosen].id);
  all[chosen].scrollIntoView({ block: "nearest" });
}

function take(option) {
  field.value = option.dataset.text;
  close();
  field.form.requestSubmit();
}

async function ask() {
  asked?.abort();
  asked = new AbortController();
  // Everything that is chosen on the page goes along: an offer says how many it finds under these conditions.
  const asking = new URLSearchParams(new FormData(field.form));
  asking.delete("page");
  try {
    const answer = await fetch(`${field.dataset.suggest}?${asking}`, { signal: asked.signal });
    if (!answer.ok) return;
    list.innerHTML = await answer.text(); // our own server's, escaped there
    if (document.activeElement === field) open();
  } catch (error) {
    if (error.name !== "AbortError") close();
  }
}

field.addEventListener("input", () => {
  clearTimeout(timer);
  if (field.value.trim().length < 2) {
    close();
    return;
  }
  timer = setTimeout(ask, WAIT);
});

field.addEventListener("keydown", (event) => {
  if (list.hidden) {
    if (event.key === "ArrowDown" && field.value.trim().length > 1) {
      event.preventDefault();
      ask();
    }
    return;
  }
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    move(event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Escape") {
    event.preventDefault(); // once for the list, once more for the text
    close();
  } else if (event.key === "Enter" && chosen >= 0) {
    event.preventDefault();
    take(options()[chosen]);
  }
});

// A pointer must not take the focus away from the field before the click arrives.
list.addEventListener("pointerdown", (event) => event.preventDefault());
list.addEventListener("click", (event) => {
  const option = event.target.closest("[role=option]");
  if (option) take(option);
});
field.addEventListener("blur", close);
field.form.addEventListener("submit", close);
// What was typed while this file was on its way.
if (document.activeElement === field && field.value !== field.defaultValue) field.dispatchEvent(new Event("input"));
