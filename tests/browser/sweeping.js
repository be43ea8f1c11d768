/* What is wrong with how the open page is laid out, as short lines «kind: what, where». */
(options) => {
  const found = new Set();
  const root = document.querySelector(options.root) || document.body;
  const width = document.documentElement.clientWidth;

  const shown = (element) => {
    if (!element.checkVisibility({ checkOpacity: false, checkVisibilityCSS: true, contentVisibilityAuto: true })) return false;
    for (let up = element; up && up !== document.documentElement; up = up.parentElement) {
      const style = getComputedStyle(up);
      if (style.clipPath.startsWith('inset(50%') || style.clip === 'rect(0px, 0px, 0px, 0px)') return false;
      const box = up.getBoundingClientRect();
      if (style.overflow === 'hidden' && (box.width <= 1 || box.height <= 1)) return false;
      if (style.position === 'fixed' || style.position === 'absolute') {
        if (box.bottom + scrollY < 0 || box.right < 0) return false;
      }
    }
    return true;
  };
  const where = (element) => {
    const names = [];
    for (let up = element; up && up !== root && names.length < 3; up = up.parentElement) {
      names.unshift(up.tagName.toLowerCase() + (up.classList.length ? '.' + [...up.classList].slice(0, 2).join('.') : ''));
    }
    return names.join(' > ');
  };
  const told = new Map();
  const say = (kind, words, element) => {
    const place = where(element);
    told.set(kind + place, (told.get(kind + place) || 0) + 1);
    if (told.get(kind + place) <= 3) found.add(`${kind}: «${words.trim().replace(/\s+/g, ' ').slice(0, 60)}» in ${place}`);
  };
  const skipped = (element) => options.skip && element.closest(options.skip);

  if (document.scrollingElement.scrollWidth > width + 1) {
    found.add(`sideways: the page is ${document.scrollingElement.scrollWidth} px wide on ${width}`);
  }

  /* Texts: off the screen, cut, broken inside a word, too small. */
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !element || ['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'OPTION', 'TEXTAREA'].includes(element.tagName)) continue;
    if (skipped(element) || !shown(element)) continue;
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);
    if (!rects.length) continue;
    const style = getComputedStyle(element);

    if (Math.max(...rects.map((rect) => rect.right)) > width + 1) say('off screen', node.data, element);

    for (let up = element; up && up !== root; up = up.parentElement) {
      const box = up.getBoundingClientRect();
      const kind = getComputedStyle(up);
      if (up.matches('pre, code, textarea')) break;
      if (['hidden', 'clip'].includes(kind.overflowX) && rects.some((rect) => rect.right > box.right + 1 || rect.left < box.left - 1)) {
        say('cut', node.data, element);
        break;
      }
      if (up.matches('button, .button, a.button, [role=button]')) {
        if (rects.some((rect) => rect.right > box.right + 1 || rect.left < box.left - 1)) say('cut', node.data, element);
        break;
      }
      if (['auto', 'scroll'].includes(kind.overflowX)) break;
    }

    if (/(?<!-)\bNone\b(?!-)|[^.]\.\.(?!\.)/.test(node.data)) say('wrong words', node.data, element);

    if (new Set(rects.map((rect) => Math.round(rect.top))).size > 1) {
      for (const match of node.data.matchAll(/[\p{L}\p{M}\d]{2,}/gu)) {
        range.setStart(node, match.index);
        range.setEnd(node, match.index + match[0].length);
        const lines = new Set([...range.getClientRects()].filter((rect) => rect.width > 0).map((rect) => Math.round(rect.top)));
        const rest = node.data.slice(match.index).match(/^\S*/)[0];
        if (lines.size > 1 && !/[@/._]/.test(rest) && !/\u00ad/.test(rest)) say('broken word', match[0], element);
      }
    }

    if (options.smallest) {
      let size = parseFloat(style.fontSize);
      if (element.ownerSVGElement) size *= element.getScreenCTM().a;
      if (size < options.smallest - 0.05) say(`${size.toFixed(1)} px`, node.data, element);
    }
  }

  if (!options.targets) return [...found];

  /* Targets: what is pressed is 24 px in both directions, unless it stands in a sentence. */
  const union = (boxes) => ({
    width: Math.max(...boxes.map((b) => b.right)) - Math.min(...boxes.map((b) => b.left)),
    height: Math.max(...boxes.map((b) => b.bottom)) - Math.min(...boxes.map((b) => b.top)),
  });
  for (const target of root.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=tab], [role=option]')) {
    if (skipped(target) || !shown(target)) continue;
    const boxes = [target.getBoundingClientRect(), ...[...(target.labels || [])].map((label) => label.getBoundingClientRect())];
    const inside = getComputedStyle(target, '::after');
    if (inside.content !== 'none' && inside.position === 'absolute') continue; // stretched over its card
    if (target.ownerSVGElement) { boxes.push(...[...target.children].map((child) => child.getBoundingClientRect())); }
    const { width: wide, height } = union(boxes);
    if (wide <= 1 || height <= 1) continue;
    const style = getComputedStyle(target);
    if (style.display === 'inline' && target.tagName === 'A') {
      const around = [...target.parentElement.childNodes].some((other) => other !== target && other.nodeType === Node.TEXT_NODE && other.data.trim().length > 1);
      if (around) continue;
    }
    if (wide < 23.5 || height < 23.5) {
      say(`target ${Math.round(wide)}×${Math.round(height)}`, target.innerText || target.getAttribute('aria-label') || target.name || '', target);
    }
  }
  return [...found];
}
