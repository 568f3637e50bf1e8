// The line that people type in: messages, and commands with suggestions.
import { element } from "./markdown.js";
import { act, refresh, state, replyTo, reply } from "./page.js";
import { fillIn } from "./modal.js";

const $ = (id) => document.getElementById(id);
const text = $("text"), offers = $("offers");
let typed = 0; // counts changes, so that late suggestions are dropped
let chosen = -1; // the suggestion under the arrow keys

const inTongue = (v, of) => v[of + "_localizations"]?.[$("locale").value] || v[of];

// leaves lists the slash commands, subcommands by their full names.
function leaves() {
  const out = [];
  const walk = (path, c, shown) => {
    const subs = (c.options || []).filter((o) => o.type <= 2);
    if (!subs.length) out.push({ path, shown, description: inTongue(c, "description"), options: c.options || [] });
    for (const s of subs) walk(path + " " + s.name, s, shown + " " + inTongue(s, "name"));
  };
  for (const c of state.commands.filter((c) => c.type === 1)) walk(c.name, c, inTongue(c, "name"));
  return out;
}

// parse reads "/check some words speaker: Kirby": what stands first is the first
// option's, further ones are named.
function parse(line) {
  const command = leaves().filter((c) => [c.path, c.shown].some((n) => line === "/" + n || line.startsWith("/" + n + " "))).sort((a, b) => b.path.length - a.path.length)[0];
  if (!command) return null;
  const rest = line.slice(1 + (line.startsWith("/" + command.path) ? command.path : command.shown).length);
  const names = command.options.flatMap((o) => [o.name, inTongue(o, "name")]);
  const parts = rest.split(new RegExp("(?:^|\\s)(" + (names.join("|") || "$^") + "):\\s*"));
  const options = [];
  if (parts[0].trim() && command.options.length) options.push(command.options[0].name, parts[0].trim());
  for (let i = 1; i < parts.length; i += 2) {
    options.push(command.options.find((o) => o.name === parts[i] || inTongue(o, "name") === parts[i]).name, parts[i + 1].trim());
  }
  return { command, options };
}

function offer(list) {
  chosen = -1;
  offers.hidden = list.length === 0;
  text.setAttribute("aria-expanded", list.length > 0);
  text.removeAttribute("aria-activedescendant");
  offers.replaceChildren(...list.map(([label, value, about], i) => {
    const li = element("li", "", label);
    li.id = "offer" + i;
    li.role = "option";
    li.dataset.value = value;
    if (about) li.append(element("small", "", about));
    li.onclick = () => take(li);
    return li;
  }));
}

function take(li) {
  text.value = li.dataset.value;
  text.focus();
  offer([]); // the new ones may take a moment
  suggest();
}

// suggest offers commands, then options, then the bot's own completions.
async function suggest() {
  const line = text.value, mine = ++typed;
  if (!line.startsWith("/")) return offer([]);
  const { command, options } = parse(line) || {};
  if (!command) {
    return offer(leaves().filter((c) => ("/" + c.path).startsWith(line) || ("/" + c.shown).startsWith(line)).map((c) => ["/" + c.shown, "/" + c.shown + " ", c.description]));
  }
  const left = command.options.filter((o) => !options.includes(o.name));
  const further = left.map((o) => [inTongue(o, "name") + ":", line.trimEnd() + " " + inTongue(o, "name") + ": ", inTongue(o, "description")]);
  if (!options.length) return offer(further);
  const [option, value] = options.slice(-2);
  const o = command.options.find((o) => o.name === option);
  if (o?.choices?.length) return offer(o.choices.filter((c) => !value || c.name.startsWith(value)).map((c) => [c.name, put(line, value, c.value)]));
  if (!o?.autocomplete) return offer(value ? further : []);
  const choices = (await act({ do: "type", name: command.path, options: [option, value, ...options.slice(0, -2)] })) || [];
  if (mine === typed) offer(choices.filter((c) => c.value !== value).map((c) => [c.name, put(line, value, c.value)]));
}

const put = (line, value, by) => (value ? line.slice(0, line.lastIndexOf(value)) : line.trimEnd() + " ") + by + " ";

text.oninput = suggest;

text.onkeydown = (event) => {
  const list = [...offers.children];
  if (event.key === "Escape") { offer([]); reply(null); return; }
  if (offers.hidden || !["ArrowDown", "ArrowUp", "Tab", "Enter"].includes(event.key)) return;
  if (event.key.startsWith("Arrow")) {
    chosen = (chosen + (event.key === "ArrowDown" ? 1 : list.length - (chosen < 0 ? 0 : 1))) % list.length;
    list.forEach((li, i) => li.setAttribute("aria-selected", i === chosen));
    list[chosen].scrollIntoView({ block: "nearest" });
    text.setAttribute("aria-activedescendant", list[chosen].id);
  } else if (chosen >= 0) {
    take(list[chosen]);
  } else {
    return; // the line goes as it stands, the focus where it wants
  }
  event.preventDefault();
};

$("composer").onsubmit = async (event) => {
  event.preventDefault();
  const line = text.value.trim();
  if (!line) return;
  const { command, options } = parse(line) || {};
  text.value = "";
  typed++;
  offer([]);
  const opened = await act(command ? { do: "slash", name: command.path, options } : { do: "send", text: line, message: replyTo });
  reply(null);
  if (opened?.custom_id) fillIn(opened);
  refresh();
};

// A file goes into the option that takes one.
$("file").onchange = async () => {
  const file = $("file").files[0];
  if (!file) return;
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = "";
  for (let i = 0; i < bytes.length; i += 0x8000) binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  const a = await act({ do: "upload", text: file.name, type: file.type, data: btoa(binary) });
  $("file").value = "";
  if (!a) return;
  const { command, options } = parse(text.value) || {};
  const takes = command?.options.find((o) => o.type === 11 && !options.includes(o.name));
  text.value = takes ? text.value.trimEnd() + " " + inTongue(takes, "name") + ": " + a.id : text.value;
  if (!takes) $("refused").textContent = "Choose a command that takes a file first, such as /article add.";
  text.focus();
};
