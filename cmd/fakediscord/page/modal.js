// A window that the bot opens for the person to fill in.
import { element } from "./markdown.js";
import { act, refresh } from "./page.js";

// parts lists a modal's fields, each with the label that stands over it.
function parts(list, label = "") {
  return list.flatMap((p) => {
    const over = p.label || label;
    const inner = [...parts(p.component ? [p.component] : [], over), ...parts(p.components || [], over)];
    return p.custom_id ? [{ ...p, label: over }, ...inner] : inner;
  });
}

export function fillIn(modal) {
  const dialog = document.getElementById("modal");
  const form = dialog.querySelector("form");
  const fields = parts(modal.components);
  form.replaceChildren(element("h2", "", modal.title));
  for (const f of fields) {
    const label = element("label", "", f.label);
    const input = element(f.type === 3 ? "select" : f.style === 2 ? "textarea" : "input");
    if (f.type === 3) input.append(...f.options.map((o) => new Option(o.label, o.value, o.default, o.default)));
    input.name = f.custom_id;
    if (f.value) input.value = f.value;
    input.required = f.required !== false;
    if (f.max_length) input.maxLength = f.max_length;
    if (f.placeholder && f.type !== 3) input.placeholder = f.placeholder;
    label.append(input);
    form.append(label);
  }
  const cancel = element("button", "", "Cancel");
  cancel.value = "cancel";
  cancel.formNoValidate = true;
  const send = element("button", "style1", "Submit");
  send.value = "send";
  form.append(send, cancel);
  dialog.onclose = async () => {
    if (dialog.returnValue === "send") {
      await act({ do: "submit", modal, fields: Object.fromEntries(fields.map((f) => [f.custom_id, form.elements[f.custom_id].value])) });
    }
    dialog.returnValue = "";
    refresh();
  };
  dialog.showModal();
}
