// The list of what a publication waits for follows the form while one writes; without it the list is as of the last save.
function count(form, name) {
  const total = form.elements[`${name}-TOTAL_FORMS`];
  if (!total) return null;
  let left = Number(total.value);
  for (let place = 0; place < Number(total.value); place += 1) {
    if (form.elements[`${name}-${place}-DELETE`]?.value === "1") left -= 1;
  }
  return left;
}

// What is left to be filled in, as cms/blanks/finding.py knows it: «____», «……», a number sign without a number.
const BLANK = /_[ \u00a0]?_|\.{5}|…{2}|\b[дd]{2}\.[мm]{2}\.[гgyу]{2}|№\s*$/iu;

function isFilled(form, name) {
  const parts = count(form, name);
  if (parts !== null) return parts > 0;
  const field = form.elements[name];
  if (!field) return false;
  if (field instanceof RadioNodeList) return [...field].some((choice) => choice.checked);
  const explained = form.elements.blanks_reason?.value.trim();
  return field.value.trim() !== "" && (Boolean(explained) || !BLANK.test(field.value));
}

function refresh(list, form) {
  let missing = 0;
  for (const line of list.querySelectorAll("[data-need]")) {
    const done = isFilled(form, line.dataset.need);
    line.classList.toggle("duet-needs-done", done);
    if (!done) missing += 1;
  }
  const words = missing ? list.dataset.waiting : list.dataset.ready;
  const heading = list.querySelector("[data-needs-words]");
  if (heading.textContent !== words) heading.textContent = words;
}

document.addEventListener("DOMContentLoaded", () => {
  const list = document.querySelector("[data-needs]");
  const form = list?.closest("form");
  if (!form) return;
  let asked = 0;
  const later = () => {
    clearTimeout(asked);
    asked = setTimeout(() => refresh(list, form), 250);
  };
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  form.addEventListener("click", later);
  list.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const target = link && document.getElementById(link.hash.slice(1));
    if (!target) return;
    event.preventDefault();
    target.scrollIntoView({ block: "center" });
    target.focus({ preventScroll: true });
  });
  refresh(list, form);
});
