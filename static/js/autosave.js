// «Опубликовать» and «Сохранить черновик» wait for an autosave that is under way, and none begins after them.
// Otherwise both would create the page: one of them is refused because its address is taken, or a second draft stays.
const AUTOSAVED = "form[data-controller~='w-autosave']";
let announced = null; // the autosave that waits for its pause in typing, or is on its way
let leaving = false; // the form goes to the server
let held = false; // it will, as soon as the autosave has come back

function isUnderWay(form) {
  // A timer never fires early: before its time the autosave has not begun, and takes back its announcement.
  return Date.now() - announced.since >= Number(form.dataset.wAutosaveIntervalValue);
}

function sendLater(form, button) {
  held = true;
  if (button?.name) {
    // The pressed button is disabled by now, and a disabled button is not sent.
    const pressed = Object.assign(document.createElement("input"), { type: "hidden", name: button.name });
    pressed.value = button.value || "1";
    form.append(pressed);
  }
  const autosave = window.wagtail.app.getControllerForElementAndIdentifier(form, "w-autosave");
  Promise.resolve(autosave?.submitPromise).finally(() => {
    held = false;
    announced = null;
    form.requestSubmit();
  });
}

document.addEventListener("w-autosave:save", (event) => {
  if (leaving || held) event.preventDefault();
  else announced = { event, since: Date.now() };
});
for (const end of ["success", "error"]) {
  document.addEventListener(`w-autosave:${end}`, () => { announced = null; });
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches(AUTOSAVED)) return;
  const waits = announced && isUnderWay(form);
  announced?.event.preventDefault();
  if (!waits && !held) {
    leaving = true;
    setTimeout(() => { leaving = !event.defaultPrevented; });
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  if (!held) sendLater(form, event.submitter);
}, { capture: true });

window.addEventListener("pageshow", (event) => { if (event.persisted) leaving = false; });
