// Asks the site about what stands in a form while somebody writes, and shows the answer beside it.
//
// `gather()` gives what to ask, null where there is nothing, and whatever else `show(answer, rest)` needs: `[asked, rest]`.
// Gives a function that asks again although nothing was written.
window.askWhileWriting = (form, { address, every, first, gather, show }) => {
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
  let last = null;
  const ask = async () => {
    const [asked, rest] = gather();
    const body = asked && JSON.stringify(asked);
    if (body === last) return;
    last = body;
    if (!asked) {
      show(null, rest);
      return;
    }
    try {
      const headers = { "Content-Type": "application/json", "X-CSRFToken": token };
      const answer = await fetch(address, { method: "POST", headers, body });
      if (answer.ok) show(await answer.json(), rest);
    } catch {
      last = null; // no network now: asked again with the next round
    }
  };
  setInterval(ask, every); // the rich text tells nobody when it changes
  setTimeout(ask, first);
  return () => {
    last = null;
    ask();
  };
};
