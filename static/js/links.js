// Beside a field: which of its links do not open, have moved, or look misspelt. The server answers from what it knows.
(() => {
  const address = document.currentScript.dataset.links;
  const EVERY = 3000; // milliseconds: the rich text tells nobody when it changes

  function linksOf(input) {
    if (input.type === "hidden") {
      // A rich text keeps its links beside its words; inside a block it has no mark of its own.
      if (!input.value.includes('"entityMap"')) return [];
      try {
        const entities = Object.values(JSON.parse(input.value)?.entityMap ?? {});
        return entities.filter((one) => one.type === "LINK" && one.data.url).map((one) => one.data.url);
      } catch {
        return [];
      }
    }
    const value = input.value.trim();
    return /^https?:\/\/\S+$/i.test(value) ? [value] : [];
  }

  function gather(form) {
    const found = new Map();
    for (const input of form.querySelectorAll("input[type=hidden], input[type=url], input[type=text]")) {
      const links = linksOf(input).filter((link) => !/^(mailto:|tel:|sms:|#|\/(?!\/))/i.test(link));
      if (links.length) found.set(input, links);
    }
    return found;
  }

  function show(found, remarks) {
    for (const old of document.querySelectorAll(".duet-links")) old.remove();
    for (const [input, links] of found) {
      const said = [...new Set(links)].filter((link) => remarks[link]);
      if (!said.length) continue;
      const list = document.createElement("ul");
      list.className = "duet-links";
      for (const link of said) {
        const line = document.createElement("li");
        const about = document.createElement("b");
        about.textContent = link;
        line.append(about, document.createElement("br"), remarks[link]);
        list.append(line);
      }
      (input.closest(".w-field__input, [data-field-input]") ?? input.parentElement).append(list);
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector("form[data-edit-form]") ?? document.querySelector("main form[method=POST i]");
    const token = form?.querySelector("[name=csrfmiddlewaretoken]")?.value;
    if (!token) return;
    let asked = "";
    const ask = async () => {
      const found = gather(form);
      const addresses = [...new Set([...found.values()].flat())];
      if (addresses.join("\n") === asked) return;
      asked = addresses.join("\n");
      if (!addresses.length) return show(found, {});
      try {
        const answer = await fetch(address, {
          method: "POST",
          headers: { "Content-Type": "application/json", "X-CSRFToken": token },
          body: JSON.stringify({ addresses, here: location.pathname }),
        });
        if (answer.ok) show(found, (await answer.json()).remarks);
      } catch {
        asked = ""; // no network now: asked again with the next round
      }
    };
    setInterval(ask, EVERY);
    setTimeout(ask, 300);
  });
})();
