import { messageBox } from "./box";
import { setPeopleCount } from "./people";

const PREFIX = "tasuki-draft:";
const SENT = "tasuki-draft-sent";
/** Names and addresses should not lie about on a shared computer for ever. */
const KEPT_MILLISECONDS = 30 * 24 * 60 * 60 * 1000;
const SAVE_DELAY_MILLISECONDS = 300;

/** What the page sends along by itself: the moment when it was made, and the field that no person sees. */
const NOT_TYPED = new Set(["stamp", "website"]);

type Field = [name: string, value: string];

interface Draft {
  saved_at: number;
  fields: Field[];
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function controls(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement ||
        element instanceof HTMLSelectElement ||
        element instanceof HTMLTextAreaElement) &&
      element.name !== "" &&
      !NOT_TYPED.has(element.name) &&
      !["password", "file", "submit"].includes(element.type),
  );
}

/** What a submission would carry now. */
export function fieldsOf(form: HTMLFormElement): Field[] {
  return controls(form)
    .filter((control) => !(isChecked(control) && !control.checked))
    .map((control) => [control.name, control.value]);
}

function isChecked(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio");
}

/** Writes kept fields back; persons that the page does not show yet are added first. */
export function fillForm(form: HTMLFormElement, fields: Field[]) {
  const indices = fields.map(([name]) => Number(/^people\[(\d+)\]/.exec(name)?.[1] ?? -1));
  setPeopleCount(form, Math.max(0, ...indices) + 1);
  const values = new Map<string, string[]>();
  for (const [name, value] of fields) values.set(name, [...(values.get(name) ?? []), value]);
  for (const control of controls(form)) {
    const kept = values.get(control.name);
    if (isChecked(control)) control.checked = kept?.includes(control.value) ?? false;
    else if (kept?.[0] !== undefined) control.value = kept[0];
    control.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

/** True when somebody typed something: hidden fields and preset choices are no draft. */
export function isWorthKeeping(now: Field[], untouched: Field[]): boolean {
  const text = (fields: Field[]) =>
    JSON.stringify(fields.filter(([name]) => name !== "idempotency_key" && name !== "action"));
  return text(now) !== text(untouched);
}

export function readDraft(key: string, now: number): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(PREFIX + key) ?? "null") as Draft | null;
    if (draft === null || !Array.isArray(draft.fields)) return null;
    if (now - draft.saved_at <= KEPT_MILLISECONDS) return draft;
    localStorage.removeItem(PREFIX + key);
  } catch {
    // Storage is off or holds something else: there is no draft.
  }
  return null;
}

export function writeDraft(key: string, fields: Field[], now: number) {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify({ saved_at: now, fields } satisfies Draft));
  } catch {
    // Full or switched off. The form itself still works.
  }
}

export function forgetDraft(key: string) {
  try {
    localStorage.removeItem(PREFIX + key);
  } catch {
    // See writeDraft.
  }
}

export function rememberSentDraft(key: string) {
  try {
    sessionStorage.setItem(SENT, key);
  } catch {
    // See writeDraft.
  }
}

/** The receipt is on the screen: what was typed has arrived. */
export function forgetSentDraft() {
  try {
    const key = sessionStorage.getItem(SENT);
    if (key !== null) forgetDraft(key);
    sessionStorage.removeItem(SENT);
  } catch {
    // See writeDraft.
  }
}

/** Keeps what is typed on this device, and offers what was left from last time (R13b). */
export function keepDraft(form: HTMLFormElement) {
  const key = form.dataset.draft ?? "form";
  const untouched = fieldsOf(form);
  // A page with errors already shows what was typed.
  const refused = document.querySelector(".error-summary") !== null;
  const draft = refused ? null : readDraft(key, Date.now());
  if (draft && isWorthKeeping(draft.fields, untouched)) offer(form, key, draft);

  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    const fields = fieldsOf(form);
    if (form.isConnected && isWorthKeeping(fields, untouched)) writeDraft(key, fields, Date.now());
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(save, SAVE_DELAY_MILLISECONDS);
  });
  form.addEventListener("change", save);
  // A phone that switches apps may never come back to this page.
  addEventListener("pagehide", () => {
    if (timer !== undefined) save();
  });
}

function offer(form: HTMLFormElement, key: string, draft: Draft) {
  const when = new Intl.DateTimeFormat("ja-JP", { dateStyle: "long", timeStyle: "short" }).format(
    draft.saved_at,
  );
  const done = () => {
    box.remove();
    form.querySelector<HTMLElement>("input:not([type=hidden]), select, textarea")?.focus();
  };
  const box = messageBox(`前回の入力が残っています(${when})。`, [
    {
      label: "続きから入力する",
      kind: "primary",
      press: () => {
        fillForm(form, draft.fields);
        done();
      },
    },
    {
      label: "消して最初から",
      kind: "secondary",
      press: () => {
        forgetDraft(key);
        done();
      },
    },
  ]);
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", "前回の入力");
  form.before(box);
}
