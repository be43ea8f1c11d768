/* Contrast of every text and icon inside an element against what really lies behind it: the smallest, with its words. */
(element) => {
  const parse = (text) => {
    const found = text.match(/rgba?\(([^)]+)\)/g) || [];
    return found.map((one) => {
      const [r, g, b, a = 1] = one.replace(/rgba?\(|\)/g, '').split(/[ ,/]+/).map(Number);
      return { r, g, b, a };
    });
  };
  const over = (top, below) => ({
    r: top.r * top.a + below.r * (1 - top.a), g: top.g * top.a + below.g * (1 - top.a), b: top.b * top.a + below.b * (1 - top.a), a: 1,
  });
  const behind = (node) => {
    const layers = [];
    for (let up = node; up; up = up.parentElement) {
      const style = getComputedStyle(up);
      if (style.backgroundImage.includes('gradient')) layers.push(parse(style.backgroundImage)[0]);
      const [colour] = parse(style.backgroundColor);
      if (colour) layers.push(colour);
      if (colour && colour.a === 1) break;
    }
    return layers.reverse().reduce((below, top) => over(top, below), { r: 255, g: 255, b: 255, a: 1 });
  };
  const light = ({ r, g, b }) => {
    const [x, y, z] = [r, g, b].map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ratio = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  let worst = { ratio: 21, words: '' };
  const look = (node, colour, words, wanted) => {
    const ground = behind(node);
    const found = ratio(over(colour, ground), ground) * (4.5 / wanted);
    if (found < worst.ratio) worst = { ratio: found, words };
  };
  const parts = [element, ...element.querySelectorAll('*')];
  for (const node of parts) {
    if (!node.checkVisibility() || node.closest('.sr, [hidden]')) continue;
    const style = getComputedStyle(node);
    const words = [...node.childNodes].filter((one) => one.nodeType === 3).map((one) => one.data.trim()).join(' ').trim();
    const [colour] = parse(node.ownerSVGElement && node.tagName === 'text' ? style.fill : style.color);
    if (words && node.tagName !== 'title' && !node.ownerSVGElement) look(node, colour, words, 4.5);
    if (node.matches('input:not([type=checkbox], [type=radio]), select, textarea')) look(node, colour, node.name, 4.5);
    if (node.matches('svg.icon') && style.stroke !== 'none') look(node.parentElement, parse(style.stroke)[0] || colour, 'icon', 3);
  }
  return worst;
}
