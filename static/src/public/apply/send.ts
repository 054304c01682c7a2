import { messageBox } from "./box";
import { fieldsOf, forgetDraft, rememberSentDraft, writeDraft } from "./draft";

/** Sends the form without leaving the page, so that a lost network loses nothing that was typed. */
export function sendInPlace(form: HTMLFormElement, enhance: () => void) {
  let sending = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    // The second press of a double press.
    if (sending) return;
    sending = true;
    const button = event.submitter instanceof HTMLButtonElement ? event.submitter : null;
    const restore = showSending(button);
    const key = form.dataset.draft ?? "form";
    writeDraft(key, fieldsOf(form), Date.now());
    rememberSentDraft(key);
    try {
      const page = await post(form, button);
      // A refusal comes back as the form with its errors; everything else has arrived.
      if (page.accepted) forgetDraft(key);
      showAnswer(page, enhance);
    } catch {
      offerRetry(form, button);
    } finally {
      sending = false;
      restore();
    }
  });
}

interface AnswerPage {
  document: Document;
  main: HTMLElement;
  accepted: boolean;
  /** Where a redirect led, or null. */
  address: string | null;
}

/** Throws when no page came back: network, proxy or server failed, and trying again is right. */
async function post(form: HTMLFormElement, button: HTMLButtonElement | null): Promise<AnswerPage> {
  const data = new FormData(form, button);
  // A retry sends the same idempotency_key field, so the server never counts it twice.
  const multipart = form.enctype === "multipart/form-data";
  const answer = await fetch(addressOf(form, button), {
    method: "POST",
    headers: { Accept: "text/html" },
    body: multipart ? data : new URLSearchParams([...data].map(([name, value]) => [name, String(value)])),
  });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const main = page.querySelector<HTMLElement>("main");
  if (main === null) throw new Error(`no page in the answer (${answer.status})`);
  return { document: page, main, accepted: answer.ok, address: answer.redirected ? answer.url : null };
}

/** By attribute: `form.action` is the button of that name, and `button.formAction` is never empty. */
function addressOf(form: HTMLFormElement, button: HTMLButtonElement | null): string {
  return button?.getAttribute("formaction") ?? form.getAttribute("action") ?? location.href;
}

function showAnswer(page: AnswerPage, enhance: () => void) {
  const main = document.importNode(page.main, true);
  document.querySelector("main")?.replaceWith(main);
  document.title = page.document.title;
  if (page.address !== null) history.pushState(null, "", page.address);
  enhance();
  const target =
    main.querySelector<HTMLElement>(".error-summary") ?? main.querySelector<HTMLElement>("h1") ?? main;
  target.tabIndex = -1;
  scrollTo(0, 0);
  target.focus();
}

/** Not `disabled`: that would take the focus away. Returns how to undo it. */
function showSending(button: HTMLButtonElement | null): () => void {
  if (button === null) return () => {};
  const label = button.textContent;
  button.setAttribute("aria-disabled", "true");
  button.textContent = "送信しています…";
  return () => {
    button.removeAttribute("aria-disabled");
    button.textContent = label;
  };
}

function offerRetry(form: HTMLFormElement, button: HTMLButtonElement | null) {
  form.querySelector("[data-retry]")?.remove();
  const box = messageBox(
    "送信できませんでした。入力した内容はこの端末に残っています。インターネットにつながっているか確かめて、もう一度送ってください。二重に受け付けられることはありません。",
    [
      {
        label: "もう一度送る",
        kind: "primary",
        press: () => {
          box.remove();
          button?.focus();
          form.requestSubmit(button);
        },
      },
    ],
  );
  box.dataset.retry = "";
  box.setAttribute("role", "alert");
  if (button?.parentElement) button.parentElement.before(box);
  else form.append(box);
  box.querySelector("button")?.focus();
}
