// In the form of a programme, each form of pairs offers its own formats and documents; what is ticked always stays.
function narrow(part) {
  const chosen = part.querySelector("select[name$='-pair_model']");
  if (!chosen) return;
  for (const box of part.querySelectorAll("input[data-pair-models]")) {
    const suits = !chosen.value || box.dataset.pairModels.split(" ").includes(chosen.value);
    const line = box.closest("label")?.parentElement ?? box.parentElement;
    line.hidden = !suits && !box.checked;
  }
}

function narrowAll() {
  document.querySelectorAll("[data-inline-panel-child]").forEach(narrow);
}

document.addEventListener("change", (event) => {
  if (event.target.matches?.("select[name$='-pair_model']")) narrow(event.target.closest("[data-inline-panel-child]"));
});
document.addEventListener("click", (event) => {
  if (event.target.closest?.("#id_forms-ADD")) setTimeout(narrowAll, 50);
});
document.addEventListener("DOMContentLoaded", narrowAll);
