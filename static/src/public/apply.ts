/**
 * Makes the server-rendered application forms kinder. Every page works without it; nothing here is needed to apply.
 */
import "./public.css";
import { forgetSentDraft, keepDraft } from "./apply/draft";
import { tidyKana } from "./apply/kana";
import { searchOrganizations } from "./apply/organization-search";
import { editPeople } from "./apply/people";
import { sendInPlace } from "./apply/send";

function enhance() {
  if (document.querySelector("[data-receipt]")) forgetSentDraft();
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-print]")) {
    button.hidden = false;
    button.onclick = () => print();
  }
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-draft]")) {
    editPeople(form);
    keepDraft(form);
    searchOrganizations(form);
    tidyKana(form);
    sendInPlace(form, enhance);
  }
}

// The script may stand in the head without defer.
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", enhance);
else enhance();
