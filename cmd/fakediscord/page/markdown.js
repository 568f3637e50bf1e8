// Discord's markdown as nodes. Text never becomes HTML.

const token = /\\([^0-9A-Za-z\s])|\*\*((?:\\.|[^\\])+?)\*\*|\*((?:\\.|[^\\*])+?)\*|_((?:\\.|[^\\_])+?)_(?![0-9A-Za-z])|~~((?:\\.|[^\\])+?)~~|`([^`]+)`|\|\|((?:\\.|[^\\])+?)\|\||\[((?:\\.|[^\\\]])*)\]\((https?:[^)\s]+)\)|<?(https?:\/\/[^\s<>]+)>?|(<@!?\d+>)|(<\/[^:>]+:\d+>)/su;

// inline turns the markdown of a line into nodes; a backslash takes the meaning
// from what follows it.
export function inline(text, into) {
  for (let m; (m = token.exec(text)); text = text.slice(m.index + m[0].length)) {
    into.append(text.slice(0, m.index));
    const [, escaped, bold, starred, lined, struck, code, hidden, label, address, bare, mention, command] = m;
    if (escaped) { into.append(escaped); continue; }
    if (mention) { into.append(element("span", "mention", "@On Record")); continue; }
    if (command) { into.append(element("span", "mention", command.slice(1).split(":")[0])); continue; }
    if (code) { into.append(element("code", "", code)); continue; }
    const italic = starred || lined;
    const node = document.createElement(bold ? "strong" : italic ? "em" : struck ? "s" : hidden ? "span" : "a");
    if (hidden) node.className = "spoiler";
    if (address || bare) { node.href = address || bare; node.target = "_blank"; node.rel = "noreferrer"; }
    if (bare) node.textContent = bare; else inline(bold || italic || struck || hidden || label, node);
    into.append(node);
  }
  into.append(text);
}

// markdown is a text of several lines.
export function markdown(text) {
  const out = document.createElement("div");
  for (const line of text.split("\n")) {
    const quoted = line.startsWith("> "), small = line.startsWith("-# "), heading = /^#{1,3} /.exec(line);
    const node = element(quoted ? "blockquote" : "div", small ? "subtext" : heading ? "author" : "");
    inline(quoted ? line.slice(2) : small ? line.slice(3) : heading ? line.slice(heading[0].length) : line || "\u00a0", node);
    out.append(node);
  }
  return out;
}

export function element(kind, name, text) {
  const e = document.createElement(kind);
  if (name) e.className = name;
  if (text) e.textContent = text;
  return e;
}
