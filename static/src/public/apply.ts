/**
 * Makes the server-rendered pages kinder. Every page works without it; nothing here is needed to apply, or to read.
 */
import "./public.css";
import { forgetSentDraft, keepDraft } from "./apply/draft";
import { tidyKana } from "./apply/kana";
import { searchOrganizations } from "./apply/organization-search";
import { editPeople } from "./apply/people";
import { filterQuestions } from "./apply/questions";
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

function start() {
  enhance();
  filterQuestions();
}

// The script may stand in the head without defer.
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
