/** A message box with buttons, built without innerHTML so that no typed text becomes markup. */
export function messageBox(
  text: string,
  buttons: { label: string; kind: "primary" | "secondary"; press: () => void }[],
): HTMLElement {
  const box = document.createElement("div");
  box.className = "notice-box notice-box--warning no-print";
  const paragraph = document.createElement("p");
  paragraph.textContent = text;
  const actions = document.createElement("div");
  actions.className = "actions";
  for (const { label, kind, press } of buttons) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = `button button--${kind} button--small`;
    button.textContent = label;
    button.addEventListener("click", press);
    actions.append(button);
  }
  box.append(paragraph, actions);
  return box;
}

/** Says something to screen readers without moving the focus. */
export function announce(form: HTMLFormElement, text: string) {
  let region = form.querySelector<HTMLElement>("[data-announcements]");
  if (region === null) {
    region = document.createElement("p");
    region.className = "visually-hidden";
    region.setAttribute("role", "status");
    region.dataset.announcements = "";
    form.append(region);
  }
  region.textContent = text;
}
