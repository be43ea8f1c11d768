// A button «Скопировать» beside every personal link; without scripts the link is selected by hand.
for (const field of document.querySelectorAll("[data-duet-link]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button-small button-secondary";
  button.textContent = field.dataset.copyWords;
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      document.execCommand("copy"); // an address without https has no clipboard
    }
    said.textContent = ` ${field.dataset.copiedWords}`;
  });
  field.closest("p").append(" ", button, said);
}
