// At the top of a page's form: people of the bank whose names stand in the text, each to be linked with one click.
(() => {
  const { names: address, decide } = document.currentScript.dataset;
  const words = JSON.parse(document.currentScript.dataset.words);

  function textOf(input) {
    if (input.type !== "hidden") return input.value;
    if (!input.value.includes('"blocks"')) return "";
    try {
      return (JSON.parse(input.value)?.blocks ?? []).map((block) => block.text).join("\n");
    } catch {
      return "";
    }
  }

  function gather(form) {
    const texts = {};
    for (const input of form.querySelectorAll("input[type=text], input[type=hidden], textarea")) {
      if (!input.name || /^(csrf|next|slug|comments-)/.test(input.name)) continue;
      const text = textOf(input).trim();
      if (/[А-ЯЁ][а-яё]/i.test(text)) texts[input.name] = text;
    }
    return texts;
  }

  function button(label, verb, person, again, token) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = `button button-small${verb === "leave" ? " button-secondary" : ""}`;
    made.textContent = label;
    made.addEventListener("click", async () => {
      made.disabled = true;
      const body = new URLSearchParams({ verb, person: person.person, thing: person.thing });
      const headers = { "X-CSRFToken": token, Accept: "application/json" };
      const answer = await fetch(decide, { method: "POST", headers, body }).catch(() => null);
      if (answer?.ok) again();
      else made.disabled = false;
    });
    return made;
  }

  function show(form, people, again, token) {
    document.querySelector(".duet-names")?.remove();
    if (!people.length) return;
    const box = document.createElement("section");
    box.className = "duet-names help-block help-info";
    box.setAttribute("aria-live", "polite");
    const title = document.createElement("p");
    title.textContent = words.title;
    const list = document.createElement("ul");
    for (const person of people) {
      const line = document.createElement("li");
      const name = document.createElement("b");
      name.textContent = person.name;
      line.append(name, ` – «${person.words}». `);
      if (person.state === "linked") line.append(`${person.silent ? words.hidden : words.linked} `);
      else if (person.state === "another") line.append(`${words.another} `);
      else if (person.silent) line.append(`${words.silent} `);
      if (person.state !== "linked") line.append(button(words.link, "link", person, again, token), " ");
      if (person.state !== "another") line.append(button(words.leave, "leave", person, again, token));
      list.append(line);
    }
    box.append(title, list);
    form.prepend(box);
  }

  document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector("form[data-edit-form]");
    const token = form?.querySelector("[name=csrfmiddlewaretoken]")?.value;
    const page = location.pathname.match(/\/pages\/(\d+)\/edit\//)?.[1];
    if (!token || !page) return;
    const again = askWhileWriting(form, {
      address,
      every: 5000, // milliseconds
      first: 600,
      gather: () => [{ texts: gather(form), page: Number(page) }],
      show: (answer) => show(form, answer.people, again, token),
    });
  });
})();
