/* Warns before typed words are left behind, keeps them on the device and on the site, brings them back. */
(() => {
  const PREFIX = "duet-draft:";
  const PAUSE = 2000; // milliseconds after the last keystroke
  const OWN = new Set(["csrfmiddlewaretoken", "form-token", "form-labels"]);

  function everyStore(act) {
    for (const store of [window.localStorage, window.sessionStorage]) {
      try { act(store); } catch { /* a browser that keeps nothing */ }
    }
  }

  function forgetOnDevice(place) {
    everyStore((store) => {
      for (const key of Object.keys(store)) {
        if (key.startsWith(PREFIX) && (place === "all" || key === PREFIX + place)) store.removeItem(key);
      }
    });
  }

  function readSaved() {
    const saved = /(?:^|;\s*)duet-saved=([^;]*)/.exec(document.cookie);
    if (!saved) return;
    forgetOnDevice(saved[1]);
    document.cookie = "duet-saved=; path=/; max-age=0; samesite=Lax";
  }

  function forgetOld() {
    const oldest = Date.now() - 14 * 24 * 3600 * 1000;
    everyStore((store) => {
      for (const key of Object.keys(store).filter((name) => name.startsWith(PREFIX))) {
        let at = 0;
        try { at = JSON.parse(store.getItem(key)).at; } catch { /* not ours any more */ }
        if (!(at > oldest)) store.removeItem(key);
      }
    });
  }

  function entries(form) {
    const secret = new Set([...form.querySelectorAll("input[type=password]")].map((input) => input.name));
    return [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !OWN.has(name) && !secret.has(name));
  }

  function wordsOf(element) {
    const copy = element?.cloneNode(true);
    for (const control of copy?.querySelectorAll("input, select, textarea") || []) control.remove();
    return (copy?.textContent || "").replace(/\s+/g, " ").replace(/[\s*:]+$/, "").trim().slice(0, 200);
  }

  function labelsOf(form) { // by name, and by name=value for what is chosen and not written
    const labels = {};
    for (const control of form.elements) {
      if (!control.name || OWN.has(control.name) || control.type === "hidden") continue;
      const own = wordsOf(control.labels?.[0]);
      const legend = wordsOf(control.closest("fieldset")?.querySelector("legend"));
      const chosen = ["radio", "checkbox"].includes(control.type);
      labels[control.name] ||= chosen ? legend || own : own || legend;
      if (chosen && control.checked) labels[`${control.name}=${control.value}`] = own;
      if (control.tagName === "SELECT") for (const option of control.selectedOptions) labels[`${control.name}=${option.value}`] = option.text;
    }
    return labels;
  }

  function fill(form, fields) {
    const wanted = new Map();
    for (const [name, value] of fields) wanted.set(name, [...(wanted.get(name) || []), value]);
    const known = new Set();
    for (const control of form.elements) {
      if (!control.name || OWN.has(control.name) || ["file", "password", "submit", "button"].includes(control.type)) continue;
      known.add(control.name);
      const values = wanted.get(control.name) || [];
      if (control.type === "checkbox" || control.type === "radio") control.checked = values.includes(control.value);
      else if (control.tagName === "SELECT") for (const option of control.options) option.selected = values.includes(option.value);
      else if (values.length) control.value = values.shift();
      else continue;
      control.dispatchEvent(new Event("change", { bubbles: true }));
    }
    return fields.filter(([name, value]) => !known.has(name) && value.trim().length > 1 && !OWN.has(name));
  }

  function note(form, words, buttons = [], lost = [], labels = {}) {
    form.previousElementSibling?.matches(".draft-note") && form.previousElementSibling.remove();
    const box = document.createElement("div");
    box.className = "draft-note";
    box.setAttribute("role", "status");
    const said = document.createElement("p");
    said.textContent = words;
    box.append(said);
    for (const [name, value] of lost) {
      const quote = document.createElement("blockquote");
      quote.textContent = (labels[name] ? `${labels[name]}: ` : "") + value;
      box.append(quote);
    }
    const row = document.createElement("p");
    row.className = "draft-buttons";
    for (const [text, act] of buttons) {
      const button = document.createElement(typeof act === "string" ? "a" : "button");
      button.className = "button button-second button-secondary";
      button.textContent = text;
      if (typeof act === "string") button.href = act;
      else { button.type = "button"; button.addEventListener("click", act); }
      row.append(button);
    }
    if (buttons.length) box.append(row);
    form.before(box);
    return box;
  }

  class Draft {
    constructor(form, waiting) {
      this.form = form;
      this.key = PREFIX + form.dataset.draft;
      this.leaving = false;
      this.editor = form.matches("[data-controller~='w-autosave']");
      this.ownSite = Boolean(form.dataset.keep); // its own script keeps the draft on the site, and warns
      this.store = form.dataset.draftDevice === "local" ? "localStorage" : "sessionStorage";
      this.kept = document.createElement("p");
      this.kept.className = "draft-kept";
      this.kept.setAttribute("role", "status");
      if (!this.editor && !this.ownSite) form.append(this.kept);
      this.clean = this.now();
      this.bringBack(waiting);
      form.addEventListener("formdata", (event) => { if (this.sending) event.formData.set("form-labels", JSON.stringify(labelsOf(form))); });
      form.addEventListener("submit", () => { this.sending = !this.editor; });
      form.addEventListener("submit", () => setTimeout(() => { this.leaving = true; clearTimeout(this.timer); this.keepOnDevice(); }));
      if (this.editor) return;
      for (const kind of ["input", "change"]) form.addEventListener(kind, () => this.wait());
      document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden" && this.isChanged) this.keep(); });
      if (this.ownSite) return form.addEventListener("duet-kept", () => { this.clean = this.now(); this.drop(); });
      addEventListener("pageshow", (event) => { if (event.persisted) this.leaving = false; });
      addEventListener("beforeunload", (event) => { if (this.isChanged && !this.leaving) event.preventDefault(); });
    }

    now() { return JSON.stringify(entries(this.form)); }
    get isChanged() { return this.now() !== this.clean; }
    get token() { return this.form.elements["form-token"]; }

    wait() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.keep(), PAUSE);
    }

    keepOnDevice() {
      if (this.editor || !this.isChanged) return;
      try {
        window[this.store].setItem(this.key, JSON.stringify({ at: Date.now(), token: this.token.value, fields: entries(this.form) }));
      } catch { /* full, or forbidden: the site keeps it */ }
    }

    async keep() {
      const now = this.now();
      if (this.leaving || now === this.sent) return;
      if (now === this.clean) return this.drop();
      this.keepOnDevice();
      if (this.ownSite) return;
      this.sent = now;
      const body = JSON.stringify({ token: this.token.value, fields: JSON.parse(now), labels: labelsOf(this.form) });
      try {
        const answer = await fetch(this.form.dataset.draftUrl, { method: "POST", body, keepalive: body.length < 60000 });
        const told = await answer.json();
        if (told.url) note(this.form, told.message, [["Войти снова", told.url]]), (this.leaving = true), this.listen();
        else this.kept.textContent = told.message;
      } catch {
        this.sent = "";
        this.kept.textContent = "Нет связи. Написанное останется на экране, попробуем ещё раз.";
        this.timer = setTimeout(() => this.keep(), 10000);
      }
    }

    listen() { // the words are kept: leaving is no loss until something new is typed
      this.form.addEventListener("input", () => { this.leaving = false; }, { once: true });
    }

    drop() {
      forgetOnDevice(this.form.dataset.draft);
      this.kept.textContent = "";
      this.sent = "";
      if (this.ownSite) return;
      fetch(this.form.dataset.draftUrl, { method: "POST", body: JSON.stringify({ token: this.token.value, forget: true }) }).catch(() => {});
    }

    bringBack(onSite) {
      const here = this.onDevice();
      const draft = here && (!onSite || here.at > onSite.at + 5000) ? here : onSite;
      if (onSite?.fill) return this.show(onSite, "Вот всё, что вы написали до перерыва. Ничего ещё не записано: проверьте и сохраните.");
      if (!draft || JSON.stringify(draft.fields) === this.clean) return;
      if (this.editor) return;
      const when = draft.saved || new Date(draft.at).toLocaleString("ru-RU", { dateStyle: "short", timeStyle: "short" });
      const box = note(this.form, `Здесь есть несохранённый черновик: ${when}.`, [
        ["Вернуть написанное", () => { box.remove(); this.restore(draft); }],
        ["Убрать черновик", () => { box.remove(); this.drop(); }],
      ]);
    }

    restore(draft) {
      const rows = this.form.querySelector("[name$='-TOTAL_FORMS'], [data-draftail-input], [data-chooser]");
      if (!rows) return this.show(draft, "Черновик возвращён. Он ещё не сохранён.");
      // What a script cannot rebuild, the site does: it gets the draft of this device and opens the form with it.
      const body = JSON.stringify({ token: draft.token, fields: draft.fields });
      this.leaving = true;
      return fetch(this.form.dataset.draftUrl, { method: "POST", body })
        .then(() => { location.search = "?vernut=1"; });
    }

    show(draft, words) {
      if (draft.token) this.token.value = draft.token;
      let lost = [];
      if (!draft.bound) lost = fill(this.form, draft.fields);
      else for (const [name, value] of draft.fields) {
        if (name.startsWith("loaded_revision_") && this.form.elements[name]) this.form.elements[name].value = value;
      }
      if (draft.bound) {
        this.clean = "";
        // Wagtail's own warning wakes with the first change.
        if (this.editor) addEventListener("beforeunload", (event) => { if (!this.leaving) event.preventDefault(); });
      }
      if (this.ownSite) this.form.dispatchEvent(new Event("input", { bubbles: true }));
      note(this.form, lost.length ? `${words} Этих полей в форме больше нет, скопируйте из них нужное:` : words, [], lost, draft.labels);
    }

    onDevice() {
      try { return JSON.parse(window[this.store].getItem(this.key)); } catch { return null; }
    }
  }

  function start() {
    readSaved();
    forgetOld();
    const waiting = JSON.parse(document.getElementById("form-drafts")?.textContent || "[]");
    for (const form of document.querySelectorAll("form[data-draft]")) {
      new Draft(form, waiting.find((draft) => draft.place === form.dataset.draft));
    }
  }

  document.addEventListener("w-autosave:error", (event) => {
    const told = event.detail?.response;
    const form = document.querySelector("form[data-controller~='w-autosave']");
    if (told?.error_code === "signed_out" && form) note(form, told.error_message, [["Войти снова", told.url]]).scrollIntoView({ block: "center" });
  });

  if (document.readyState === "complete") start();
  else addEventListener("load", start);
})();
