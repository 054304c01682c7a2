import { announce } from "./box";

const PERSON = "fieldset.person[data-index]";
/** The most that one application may carry. */
const MOST_PEOPLE = 100;
const NUMBERED_ATTRIBUTES = [
  "id",
  "name",
  "for",
  "value",
  "href",
  "aria-describedby",
  "aria-labelledby",
  "aria-label",
];

/** `people[0][name]`, `people-0-name`, `people.0.name`, `remove_person:0` and 「1人目」 for another index. */
export function renumber(text: string, from: number, to: number): string {
  return text
    .replace(new RegExp(`people([[\\-_.])${from}(?=[\\]\\-_.\\s]|$)`, "g"), `people$1${to}`)
    .replace(new RegExp(`^remove_person:${from}$`), `remove_person:${to}`)
    .replace(new RegExp(`(?<!\\d)${from + 1}人目`, "g"), `${to + 1}人目`);
}

function people(form: HTMLFormElement): HTMLFieldSetElement[] {
  return [...form.querySelectorAll<HTMLFieldSetElement>(PERSON)];
}

function setIndex(person: HTMLFieldSetElement, to: number) {
  const from = Number(person.dataset.index);
  for (const element of [person, ...person.querySelectorAll("*")]) {
    for (const name of NUMBERED_ATTRIBUTES) {
      // The value of a text box is what somebody typed, not ours to renumber.
      if (name === "value" && !(element instanceof HTMLButtonElement)) continue;
      const value = element.getAttribute(name);
      if (value !== null) element.setAttribute(name, renumber(value, from, to));
    }
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE && node.textContent?.includes("人目")) {
        node.textContent = renumber(node.textContent, from, to);
      }
    }
  }
  person.dataset.index = String(to);
}

function emptyCopy(person: HTMLFieldSetElement): HTMLFieldSetElement {
  const copy = person.cloneNode(true) as HTMLFieldSetElement;
  for (const control of copy.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea")) {
    if (control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio")) {
      control.checked = false;
      control.removeAttribute("checked");
    } else {
      control.value = "";
      control.removeAttribute("value");
    }
    control.removeAttribute("aria-invalid");
  }
  for (const select of copy.querySelectorAll("select")) {
    for (const option of select.options) option.removeAttribute("selected");
    select.selectedIndex = 0;
    select.removeAttribute("aria-invalid");
  }
  for (const field of copy.querySelectorAll(".field--invalid")) field.classList.remove("field--invalid");
  for (const error of copy.querySelectorAll(".error")) error.textContent = "";
  return copy;
}

function addPerson(form: HTMLFormElement): HTMLFieldSetElement | null {
  const all = people(form);
  const last = all.at(-1);
  if (last === undefined || all.length >= MOST_PEOPLE) return null;
  const added = emptyCopy(last);
  setIndex(added, all.length);
  last.after(added);
  return added;
}

/** Shows exactly so many persons, for a draft that had more than the fresh form. */
export function setPeopleCount(form: HTMLFormElement, count: number) {
  while (people(form).length < Math.min(count, MOST_PEOPLE)) {
    if (addPerson(form) === null) break;
  }
  updateRemoveButtons(form);
}

/** The last person cannot be removed; a page for one person has no button yet. */
function updateRemoveButtons(form: HTMLFormElement) {
  const all = people(form);
  for (const person of all) {
    let button = person.querySelector<HTMLButtonElement>('button[value^="remove_person:"]');
    if (button === null) {
      button = document.createElement("button");
      button.type = "submit";
      button.name = "action";
      button.formNoValidate = true;
      button.className = "button button--danger button--small";
      button.textContent = `${Number(person.dataset.index) + 1}人目を取り消す`;
      const actions = document.createElement("div");
      actions.className = "actions";
      actions.append(button);
      person.append(actions);
    }
    button.value = `remove_person:${person.dataset.index}`;
    button.hidden = all.length === 1;
  }
}

function isFilled(person: HTMLFieldSetElement): boolean {
  return [
    ...person.querySelectorAll<HTMLInputElement>("input:not([type=hidden], [type=checkbox], [type=radio])"),
  ].some((input) => input.value.trim() !== "");
}

function removePerson(form: HTMLFormElement, index: number) {
  const all = people(form);
  const person = all[index];
  if (person === undefined || all.length === 1) return;
  if (isFilled(person) && !confirm(`${index + 1}人目に入力した内容を取り消しますか。`)) return;
  person.remove();
  people(form).forEach((each, position) => {
    setIndex(each, position);
  });
  updateRemoveButtons(form);
  const near = people(form)[Math.max(0, index - 1)];
  near?.querySelector<HTMLElement>("input:not([type=hidden]), select")?.focus();
  announce(form, `${index + 1}人目を取り消しました。今は${all.length - 1}人です。`);
  form.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Adding and removing a person without a round trip. */
export function editPeople(form: HTMLFormElement) {
  updateRemoveButtons(form);
  form.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (button?.name !== "action") return;
    if (button.value === "add_person") {
      event.preventDefault();
      const added = addPerson(form);
      updateRemoveButtons(form);
      added?.querySelector<HTMLElement>("input:not([type=hidden]), select")?.focus();
      const count = people(form).length;
      announce(
        form,
        added ? `${count}人目の欄を追加しました。` : `一度に申請できるのは${MOST_PEOPLE}人までです。`,
      );
      form.dispatchEvent(new Event("change", { bubbles: true }));
    }
    const index = /^remove_person:(\d+)$/.exec(button.value)?.[1];
    if (index !== undefined) {
      event.preventDefault();
      removePerson(form, Number(index));
    }
  });
}
