/**
 * Filters the questions of the FAQ while somebody types (R31). Without a script the same form asks the server, which
 * hides what does not fit; all questions are in the page either way.
 */
export function filterQuestions() {
  const form = document.querySelector<HTMLFormElement>("form[data-faq-search]");
  const list = document.querySelector("[data-faq]");
  const input = form?.querySelector<HTMLInputElement>("input[name=q]");
  if (!form || !list || !input) return;
  const questions = [...list.querySelectorAll<HTMLElement>("[data-faq-question]")].map((element) => ({
    element,
    text: folded(element.textContent ?? ""),
  }));
  const show = () => {
    const words = input.value.split(/\s+/).map(folded).filter(Boolean);
    let shown = 0;
    for (const { element, text } of questions) {
      element.hidden = !words.every((word) => text.includes(word));
      if (!element.hidden) shown += 1;
    }
    for (const area of list.querySelectorAll<HTMLElement>("[data-faq-area]")) {
      area.hidden = area.querySelector("[data-faq-question]:not([hidden])") === null;
    }
    const count = document.querySelector("[data-faq-count]");
    if (count) {
      count.textContent = words.length > 0 ? `「${input.value.trim()}」が含まれる質問は${shown}件です。` : "";
    }
    history.replaceState(null, "", addressOf(input.value.trim()));
  };
  input.addEventListener("input", (event) => {
    // A word under conversion is none yet.
    if (!(event as InputEvent).isComposing) show();
  });
  input.addEventListener("compositionend", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
  });
  // A link to a question leads there also when the search has hidden it.
  addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || target.closest("[hidden]") === null) return;
    input.value = "";
    show();
    target.scrollIntoView();
  });
}

function addressOf(words: string): string {
  const query = words ? `?q=${encodeURIComponent(words)}` : "";
  return `${location.pathname}${query}${location.hash}`;
}

/** Comparable: either width, either kana, letters and digits only, as the server compares. */
export function folded(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/[^\p{L}\p{N}]/gu, "");
}
