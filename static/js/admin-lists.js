// A list that is wider than its place stands in blocks: each cell under the other, named by its column. Words stay whole.
const LISTS = "main table";

// The words of a column: a head that sorts may say more beside them («1–8 из 8»).
const words = (head) => (head.querySelector("a") ?? head).innerText.trim();
// What a row is called by needs no name, nor does a cell in which nothing stands.
const isPlain = (cell) => cell.matches("[colspan], .title") || !(cell.innerText.trim() || cell.querySelector("input, select, button, svg, img"));

const name = (table) => {
  const heads = [...(table.tHead?.rows[0]?.cells || [])].map(words);
  for (const row of table.tBodies[0]?.rows || []) {
    [...row.cells].forEach((cell, place) => {
      if (place && heads[place] && cell.dataset.l === undefined && !isPlain(cell)) cell.dataset.l = heads[place];
    });
  }
};

const fit = (table) => {
  table.classList.remove("duet-stacked");
  if (!table.tHead || !table.offsetParent) return;
  const place = table.parentElement;
  const style = getComputedStyle(place);
  const room = place.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  if (table.offsetWidth > room + 1 || table.getBoundingClientRect().right > document.documentElement.clientWidth + 1) {
    name(table);
    table.classList.add("duet-stacked");
  }
};

let asked = 0;
const fitAll = () => {
  cancelAnimationFrame(asked);
  asked = requestAnimationFrame(() => document.querySelectorAll(LISTS).forEach(fit));
};

addEventListener("resize", fitAll);
new MutationObserver((changes) => {
  if (changes.some((change) => [...change.addedNodes].some((node) => node.nodeType === 1 && (node.matches(LISTS) || node.querySelector(LISTS))))) fitAll();
}).observe(document.body, { childList: true, subtree: true });
fitAll();
document.fonts?.ready.then(fitAll);
