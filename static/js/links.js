// Beside a field: which of its links do not open, have moved, or look misspelt. The server answers from what it knows.
(() => {
  const address = document.currentScript.dataset.links;

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
    if (!form?.querySelector("[name=csrfmiddlewaretoken]")) return;
    askWhileWriting(form, {
      address,
      every: 3000, // milliseconds
      first: 300,
      gather() {
        const found = gather(form);
        const addresses = [...new Set([...found.values()].flat())];
        return [addresses.length ? { addresses, here: location.pathname } : null, found];
      },
      show: (answer, found) => show(found, answer?.remarks ?? {}),
    });
  });
})();
