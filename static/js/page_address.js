// A page gets the address of its whole title, however soon after the last letter it is saved.
// Wagtail's field of the address follows the title a tenth of a second later, more on a slow computer: who pressed
// Enter meanwhile got an address that was cut, for good.
// The address of a published page follows nothing: its title carries no such action.
const TITLE = "[data-controller~='w-sync'][data-action*='w-sync#apply']";
const typedInto = new WeakSet(); // Wagtail has asked by then whether the address still follows this title

document.addEventListener("input", (event) => {
  if (event.target.matches(TITLE)) typedInto.add(event.target);
}, { capture: true });

document.addEventListener("submit", (event) => {
  for (const title of event.target.querySelectorAll(TITLE)) {
    const sync = window.wagtail?.app?.getControllerForElementAndIdentifier(title, "w-sync");
    // The controller's own `apply` waits; that of its class does the same at once.
    if (sync && typedInto.has(title)) sync.constructor.prototype.apply.call(sync, {});
  }
}, { capture: true });

// An address that nobody has typed is the site's own: where a neighbour has it already, the site gives it a number.
const ADDRESS = "#id_slug";
const typedByHand = new WeakSet();

document.addEventListener("input", (event) => {
  if (event.isTrusted && event.target.matches(ADDRESS)) typedByHand.add(event.target);
}, { capture: true });

document.addEventListener("formdata", (event) => {
  const address = event.target.querySelector(ADDRESS);
  if (address && event.target.querySelector(TITLE) && !typedByHand.has(address)) {
    event.formData.set("address-made", address.value);
  }
});
