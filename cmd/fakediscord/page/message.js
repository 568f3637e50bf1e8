// A message with its cards, what stands under it, and what can be done with it.
import { element, inline, markdown } from "./markdown.js";
import { act, refresh, state, reply } from "./page.js";
import { fillIn } from "./modal.js";

// does is a handler that acts, fills in the modal that opens, and looks again.
const does = (action) => async () => {
  const modal = await act(action());
  if (modal?.custom_id) fillIn(modal);
  refresh();
};

function button(label, action) {
  const b = element("button", "", label);
  b.type = "button";
  b.onclick = does(() => action);
  return b;
}

// part is a button, a select menu or a text.
function part(m, c) {
  if (c.type === 10) return markdown(c.content);
  if (c.type === 3) {
    const s = element("select");
    s.ariaLabel = c.placeholder || "Choose";
    s.append(new Option(c.placeholder || "Choose…", ""), ...c.options.map((o) => new Option(o.label, o.value, o.default, o.default)));
    s.onchange = does(() => ({ do: "select", message: m.id, name: c.custom_id, options: [s.value] }));
    return s;
  }
  if (c.type !== 2) {
    const box = element("div", c.type === 17 ? "embed" : "");
    box.append(...(c.components || []).map((inner) => part(m, inner)), ...(c.accessory ? [part(m, c.accessory)] : []));
    return box;
  }
  const emoji = c.emoji?.name ? c.emoji.name + " " : "";
  if (c.url) {
    const a = element("a", "", emoji + c.label);
    a.href = c.url;
    return a;
  }
  const b = button(emoji + (c.label || ""), { do: "press", message: m.id, name: c.label });
  b.classList.add("style" + c.style);
  b.disabled = c.disabled === true;
  return b;
}

function card(e) {
  const out = element("div", "embed");
  out.style.borderColor = "#" + e.color.toString(16).padStart(6, "0");
  if (e.author.name) out.append(element("div", "note", e.author.name));
  if (e.title) {
    const t = element("div", "title");
    inline(e.title, t);
    out.append(t);
  }
  out.append(markdown(e.description));
  for (const f of e.fields || []) out.append(element("strong", "", f.name), markdown(f.value));
  if (e.footer.text) out.append(element("div", "footer", e.footer.text));
  return out;
}

export function show(m) {
  const li = element("li", m.ephemeral ? "ephemeral" : "");
  li.dataset.id = m.id;
  const face = element("div", "face" + (m.author.bot ? " app" : ""), m.author.username[0].toUpperCase());
  face.ariaHidden = true;
  li.append(face);
  if (m.reply_to) li.append(element("div", "note", "↱ in reply to " + beginning(m.reply_to)));
  if (m.used) li.append(element("div", "note", m.used));
  const head = element("div", "author", m.author.username);
  if (m.author.bot) head.append(element("span", "tag", "APP"));
  li.append(head);
  if (m.loading) li.append(element("div", "note", "On Record is thinking…"));
  if (m.content) li.append(markdown(m.content));
  for (const a of m.attachments || []) li.append(element("div", "note", "📎 " + a.filename));
  li.append(...(m.embeds || []).map(card), ...(m.components || []).map((row) => part(m, row)));
  if (m.ephemeral) li.append(element("div", "note", "👁 Only you can see this"));
  if (m.edited) li.append(element("span", "note", "(edited)"));
  if (!m.loading && !m.ephemeral) li.append(menu(m));
  return li;
}

// menu is what can be done with a message: reply, and the bot's entries.
function menu(m) {
  const apps = element("div", "apps");
  const answer = element("button", "", "Reply");
  answer.type = "button";
  answer.onclick = () => reply(m);
  apps.append(answer);
  for (const c of state.commands.filter((c) => c.type === 3)) {
    const name = c.name_localizations?.[document.getElementById("locale").value] || c.name;
    apps.append(button(name, { do: "menu", name: c.name, message: m.id }));
  }
  return apps;
}

// beginning names a message by who wrote it and how it begins.
export function beginning(id) {
  const m = state.messages.find((m) => m.id === id);
  if (!m) return "a message";
  const text = (m.content || m.embeds?.[0]?.description || "").replace(/<@!?\d+>/g, "@On Record").replace(/[\\*>]/g, "");
  return m.author.username + ": " + (text.length > 60 ? text.slice(0, 60) + "…" : text);
}
