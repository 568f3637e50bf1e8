// A page before the fake Discord: it shows the state, asks for it anew twice a
// second, and sends what the person does.
"use strict";

const $ = (id) => document.getElementById(id);
let direct = false;
let shown = "";
let commands = [];
let messages = [];

async function act(action) {
  const r = await fetch("/page/do", { method: "POST", body: JSON.stringify({ direct, ...action }) });
  if (!r.ok) {
    $("refused").textContent = await r.text();
    return null;
  }
  return r.json();
}

// inline turns Discord's markdown in a line into nodes; a backslash takes the
// meaning from what follows it. Text never becomes HTML.
function inline(text, into) {
  const token = /\\([^0-9A-Za-z\s])|\*\*((?:\\.|[^\\])+?)\*\*|\*((?:\\.|[^\\*])+?)\*|~~((?:\\.|[^\\])+?)~~|\[((?:\\.|[^\\\]])*)\]\((https?:[^)\s]+)\)|(<@!?\d+>)/su;
  for (let m; (m = token.exec(text)); text = text.slice(m.index + m[0].length)) {
    into.append(text.slice(0, m.index));
    const [, escaped, bold, italic, struck, label, address, mention] = m;
    if (escaped) { into.append(escaped); continue; }
    if (mention) { into.append(element("span", "mention", "@On Record")); continue; }
    const node = document.createElement(bold ? "strong" : italic ? "em" : struck ? "s" : "a");
    if (address) { node.href = address; node.target = "_blank"; node.rel = "noreferrer"; }
    inline(bold || italic || struck || label, node);
    into.append(node);
  }
  into.append(text);
}

function markdown(text) {
  const out = document.createElement("div");
  for (const line of text.split("\n")) {
    const quoted = line.startsWith("> ");
    const node = document.createElement(quoted ? "blockquote" : "div");
    inline(quoted ? line.slice(2) : line || "\u00a0", node);
    out.append(node);
  }
  return out;
}

function element(kind, name, text) {
  const e = document.createElement(kind);
  e.className = name;
  if (text) e.textContent = text;
  return e;
}

function button(label, action) {
  const b = element("button", "", label);
  b.type = "button";
  b.onclick = async () => {
    const modal = await act(action);
    const typed = modal && prompt(modal.title + ": " + modal.components[0].label);
    if (typed) await act({ do: "submit", modal, text: typed });
    refresh();
  };
  return b;
}

function show(m) {
  const li = document.createElement("li");
  li.dataset.id = m.id;
  const face = element("div", "face" + (m.author.bot ? " app" : ""), m.author.username[0].toUpperCase());
  face.ariaHidden = true;
  li.append(face);
  if (m.reply_to) li.append(element("div", "note", "↱ in reply to " + beginning(m.reply_to)));
  const head = element("div", "author", m.author.username);
  if (m.author.bot) head.append(element("span", "tag", "APP"));
  li.append(head);
  if (m.loading) li.append(element("div", "note", "On Record is thinking…"));
  if (m.content) li.append(markdown(m.content));
  for (const e of m.embeds || []) {
    const card = element("div", "embed");
    card.style.borderColor = "#" + e.color.toString(16).padStart(6, "0");
    if (e.title) { const t = element("div", "title"); inline(e.title, t); card.append(t); }
    card.append(markdown(e.description));
    if (e.footer.text) card.append(element("div", "footer", e.footer.text));
    li.append(card);
  }
  for (const row of m.components || []) {
    const line = document.createElement("div");
    for (const c of row.components) line.append(button(c.label, { do: "press", message: m.id, name: c.label }));
    li.append(line);
  }
  if (m.ephemeral) li.append(element("div", "note", "Only you can see this"));
  if (!m.loading && !m.ephemeral) {
    const apps = element("div", "apps");
    for (const c of commands.filter((c) => c.type === 3)) apps.append(button("Apps: " + c.name, { do: "menu", name: c.name, message: m.id }));
    li.append(apps);
  }
  return li;
}

// beginning names the message that another replies to, by who wrote it and how
// it begins.
function beginning(id) {
  const m = messages.find((m) => m.id === id);
  if (!m) return "a message";
  const text = m.content.replace(/<@!?\d+>/g, "@On Record");
  return m.author.username + ": " + (text.length > 60 ? text.slice(0, 60) + "…" : text);
}

async function refresh() {
  const text = await (await fetch("/page/state")).text();
  if (text + direct === shown) return;
  shown = text + direct;
  const state = JSON.parse(text);
  commands = state.commands || [];
  messages = state.messages;
  $("status").textContent = state.bot ? "The bot is connected." : "The bot is not connected.";
  $("refused").textContent = (state.refused || []).join("\n");
  $("messages").replaceChildren(...messages.filter((m) => m.direct === direct).map(show));
  $("messages").lastElementChild?.scrollIntoView();
}

// parse reads "/check some words speaker: Kirby": what stands first is the first
// option's, further ones are named.
function parse(line) {
  const [, name, rest] = /^\/(\S+)\s*(.*)$/s.exec(line) || [];
  const command = commands.find((c) => c.type === 1 && c.name === name);
  if (!command) return { name };
  const names = (command.options || []).map((o) => o.name);
  const parts = rest.split(new RegExp("(?:^|\\s)(" + (names.join("|") || "$^") + "):\\s*"));
  const options = [];
  if (parts[0].trim() && names.length) options.push(names[0], parts[0].trim());
  for (let i = 1; i < parts.length; i += 2) options.push(parts[i], parts[i + 1].trim());
  return { name, command, options };
}

function offer(list) {
  $("offers").hidden = list.length === 0;
  $("offers").replaceChildren(...list.map(([label, value]) => {
    const li = element("li", "", label);
    li.onclick = () => { $("text").value = value; $("offers").hidden = true; $("text").focus(); };
    return li;
  }));
}

let typed = 0;
$("text").oninput = async () => {
  const line = $("text").value;
  const mine = ++typed;
  if (!line.startsWith("/")) return offer([]);
  const { name, command, options } = parse(line);
  if (!command) {
    return offer(commands.filter((c) => c.type === 1 && c.name.startsWith(name || "")).map((c) => ["/" + c.name + " – " + c.description, "/" + c.name + " "]));
  }
  const [option, value] = (options || []).slice(-2);
  if (!command.options?.find((o) => o.name === option)?.autocomplete) return offer([]);
  const choices = (await act({ do: "type", name, options: [option, value] })) || [];
  if (mine === typed) offer(choices.map((c) => [c.name, line.slice(0, line.lastIndexOf(value)) + c.value]));
};

$("composer").onsubmit = async (event) => {
  event.preventDefault();
  const line = $("text").value.trim();
  if (!line) return;
  const { name, options } = line.startsWith("/") ? parse(line) : {};
  $("text").value = "";
  typed++;
  offer([]);
  await act(name ? { do: "slash", name, options: options || [] } : { do: "send", text: line });
  refresh();
};

for (const id of ["channel", "direct"]) {
  $(id).onclick = () => {
    direct = id === "direct";
    $("channel").setAttribute("aria-pressed", !direct);
    $("direct").setAttribute("aria-pressed", direct);
    refresh();
  };
}
setInterval(refresh, 500);
refresh();
