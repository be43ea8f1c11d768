// The preview of a year book follows the form; what is not saved is not lost by a slip.
const form = document.querySelector("form[data-yearbook]");
const frame = document.querySelector(".book-frame");

if (form && frame) {
  let waiting = 0;
  let asked = 0;
  let changed = false;

  const show = async () => {
    const mine = ++asked;
    const response = await fetch(form.dataset.yearbook, { method: "POST", body: new FormData(form) });
    if (!response.ok || mine !== asked) return;
    const page = await response.text();
    const top = frame.contentWindow ? frame.contentWindow.scrollY : 0;
    frame.addEventListener("load", () => frame.contentWindow.scrollTo(0, top), { once: true });
    frame.srcdoc = page;
  };

  form.addEventListener("input", () => {
    changed = true;
    clearTimeout(waiting);
    waiting = setTimeout(show, 700);
  });
  form.addEventListener("submit", () => {
    changed = false;
  });
  addEventListener("beforeunload", (event) => {
    if (changed) event.preventDefault();
  });
}
