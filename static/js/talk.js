/* Keeps the drafts while they are written; without it the button «Сохранить черновик» does the same. */

const form = document.querySelector("[data-keep]");

if (form) {
  const words = form.querySelector("[data-kept]");
  let timer = 0;
  let kept = snapshot();

  function snapshot() {
    return new URLSearchParams(new FormData(form)).toString();
  }

  async function keep() {
    const now = snapshot();
    if (now === kept) return;
    try {
      const answer = await fetch(form.dataset.keep, { method: "POST", body: new URLSearchParams(now), keepalive: now.length < 60000 });
      const told = await answer.json();
      words.textContent = told.message;
      if (answer.ok) kept = now;
      if (answer.ok && told.token && form.elements["form-token"]) {
        const same = snapshot() === now;
        form.elements["form-token"].value = told.token;
        if (same) kept = snapshot();
        if (same) form.dispatchEvent(new Event("duet-kept")); // the draft on the device is no longer needed
      }
    } catch {
      words.textContent = "Нет связи. Написанное останется на экране, попробуем ещё раз.";
      timer = setTimeout(keep, 10000);
    }
  }

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(keep, 2500);
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    kept = snapshot();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") keep();
  });
  window.addEventListener("beforeunload", (event) => {
    if (snapshot() !== kept) event.preventDefault();
  });
}
