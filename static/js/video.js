// A video is a link to its own page; a click on it brings the player here instead, and only then calls that site.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.(".video-link");
  const figure = link?.closest("[data-player]");
  if (!figure || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  const frame = document.createElement("iframe");
  frame.src = figure.dataset.player;
  frame.title = figure.dataset.title;
  frame.allow = "fullscreen; encrypted-media; picture-in-picture";
  frame.allowFullscreen = true;
  frame.referrerPolicy = "strict-origin";
  frame.className = "video-frame";
  link.replaceWith(frame);
  frame.focus();
});
