// @vitest-environment happy-dom
import { beforeEach, expect, test } from "vitest";
import {
  fieldsOf,
  fillForm,
  forgetSentDraft,
  isWorthKeeping,
  keepDraft,
  readDraft,
  rememberSentDraft,
  writeDraft,
} from "./draft";
import { renumber } from "./people";

const DAY = 24 * 60 * 60 * 1000;

function showForm(): HTMLFormElement {
  document.body.innerHTML = `<main><form data-draft="account">
    <input type="hidden" name="idempotency_key" value="k1" />
    <input name="organization[name]" />
    <label><input type="checkbox" name="pledge" value="true" /> 誓約</label>
    <fieldset class="person" data-index="0"><legend>1人目</legend>
      <label for="people-0-name">氏名</label><input id="people-0-name" name="people[0][name]" />
      <select name="people[0][profession]"><option value=""></option><option value="nurse">看護師</option></select>
    </fieldset>
    <button name="action" value="submit">申請する</button>
  </form></main>`;
  return document.querySelector("form") as HTMLFormElement;
}

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

test("r13b_a_draft_comes_back_with_all_its_people", () => {
  const fields: [string, string][] = [
    ["organization[name]", "みなみ診療所"],
    ["pledge", "true"],
    ["people[0][name]", "佐藤 花子"],
    ["people[0][profession]", "nurse"],
    ["people[1][name]", "鈴木 一郎"],
  ];
  const form = showForm();
  fillForm(form, fields);

  expect(fieldsOf(form)).toEqual([
    ["idempotency_key", "k1"],
    ["organization[name]", "みなみ診療所"],
    ["pledge", "true"],
    ["people[0][name]", "佐藤 花子"],
    ["people[0][profession]", "nurse"],
    ["people[1][name]", "鈴木 一郎"],
    ["people[1][profession]", ""],
  ]);
  expect(form.querySelectorAll("legend")[1]?.textContent).toBe("2人目");
  expect(form.querySelector("[for=people-1-name]")).not.toBeNull();
});

test("r13b_the_form_offers_what_was_left", () => {
  writeDraft("account", [["organization[name]", "みなみ診療所"]], Date.now());
  const form = showForm();
  keepDraft(form);
  const [restore] = document.querySelectorAll<HTMLButtonElement>(".notice-box button");
  restore?.click();
  expect(form.querySelector<HTMLInputElement>('[name="organization[name]"]')?.value).toBe("みなみ診療所");
  expect(document.querySelector(".notice-box")).toBeNull();
});

test("nothing is offered when only the server's own hidden fields differ", () => {
  expect(isWorthKeeping([["idempotency_key", "a"]], [["idempotency_key", "b"]])).toBe(false);
  expect(isWorthKeeping([["name", "a"]], [["name", ""]])).toBe(true);
});

test("a draft is gone after thirty days", () => {
  writeDraft("account", [["a", "b"]], 0);
  expect(readDraft("account", 30 * DAY)).not.toBeNull();
  expect(readDraft("account", 30 * DAY + 1)).toBeNull();
  expect(readDraft("account", 0)).toBeNull();
});

test("the receipt clears the draft that was sent and no other", () => {
  writeDraft("account", [["a", "b"]], 0);
  writeDraft("correction", [["a", "b"]], 0);
  rememberSentDraft("account");
  forgetSentDraft();
  expect(readDraft("account", 0)).toBeNull();
  expect(readDraft("correction", 0)).not.toBeNull();
});

test("a person is renumbered in names, ids, buttons and words", () => {
  expect(renumber("people[1][device][kind]", 1, 10)).toBe("people[10][device][kind]");
  expect(renumber("people-1-name-error", 1, 0)).toBe("people-0-name-error");
  expect(renumber("remove_person:1", 1, 0)).toBe("remove_person:0");
  expect(renumber("2人目", 1, 0)).toBe("1人目");
  expect(renumber("12人目", 1, 0)).toBe("12人目");
  expect(renumber("people[11][name]", 1, 0)).toBe("people[11][name]");
});
