// A page before the fake Discord: it shows the state, asks for it anew twice a
// second, and sends what the person does.
import { element } from "./markdown.js";
import { beginning, show } from "./message.js";

const $ = (id) => document.getElementById(id);
export let state = { servers: [], commands: [], messages: [] };
export let replyTo = "";
let here = ""; // the channel
let shown = "";

export async function act(action) {
  const r = await fetch("/page/do", { method: "POST", body: JSON.stringify({
    channel: here, direct: here === state.direct, manager: $("manager").checked, locale: $("locale").value, ...action }) });
  if (!r.ok) {
    $("refused").textContent = await r.text();
    shown = "";
    return null;
  }
  return r.json();
}

// reply makes the next message a reply to m; null to none.
export function reply(m) {
  replyTo = m?.id || "";
  $("replying").hidden = !m;
  $("replying").textContent = m ? "Replying to " + beginning(m.id) + " (Escape: not)" : "";
  if (m) $("text").focus();
}

function place(id, name, kind) {
  const b = element("button", kind, name);
  b.type = "button";
  b.setAttribute("aria-current", id === here);
  b.onclick = () => { here = id; reply(null); draw(); };
  return b;
}

function places() {
  const out = [];
  for (const s of state.servers) {
    out.push(element("h3", "", s.name));
    for (const c of s.channels.filter((c) => !c.parent)) {
      out.push(place(c.id, "# " + c.name));
      for (const t of s.channels.filter((t) => t.parent === c.id && !t.archived)) out.push(place(t.id, "⤷ " + t.name, "thread"));
    }
    if (!s.member) {
      const add = element("button", "style3", "Add On Record to this server");
      add.type = "button";
      add.onclick = async () => { await act({ do: "install", name: s.id }); refresh(); };
      out.push(add);
    }
  }
  out.push(element("h3", "", "Direct messages"), place(state.direct, "@ On Record"));
  return out;
}

function title() {
  for (const s of state.servers) {
    const c = s.channels.find((c) => c.id === here);
    if (c) return (c.parent ? "⤷ " : "# ") + c.name + " · " + s.name;
  }
  return "@ On Record";
}

function draw() {
  const focus = document.activeElement?.closest("nav") && document.activeElement.textContent;
  $("places").replaceChildren(...places());
  if (focus) [...$("places").querySelectorAll("button")].find((b) => b.textContent === focus)?.focus();
  $("here").textContent = title();
  $("messages").replaceChildren(...state.messages.filter((m) => m.channel_id === here).map(show));
  if (!document.body.classList.contains("picture")) $("messages").lastElementChild?.scrollIntoView({ block: "end" });
}

export async function refresh() {
  const text = await (await fetch("/page/state")).text();
  if (text === shown || $("messages").contains(document.activeElement) && document.activeElement.tagName === "SELECT") return;
  shown = text;
  state = { ...JSON.parse(text) };
  state.commands ||= [];
  here ||= new URLSearchParams(location.search).get("channel") || state.servers[0].channels[0].id;
  $("status").textContent = state.bot ? "The bot is connected." : "The bot is not connected.";
  $("refused").textContent = [...(state.refused || []), ...(state.pings || []).map((p) => "pinged " + p)].join("\n");
  draw();
}

export async function start() {
  $("look").onchange = () => { document.documentElement.dataset.look = $("look").value; };
  $("locale").onchange = draw;
  const asked = new URLSearchParams(location.search);
  if (asked.has("picture")) document.body.classList.add("picture");
  if (asked.has("look")) document.documentElement.dataset.look = asked.get("look");
  setInterval(refresh, 500);
  await refresh();
}
