/** Hiragana and half-width kana as the full-width katakana that the form asks for. */
export function toKatakana(typed: string): string {
  return typed
    .normalize("NFKC")
    .replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode((kana.codePointAt(0) ?? 0) + 0x60))
    .replace(/\s+/g, " ")
    .trim();
}

export function isKatakana(text: string): boolean {
  return /^[\u30a1-\u30fa\u30fb-\u30fe\s]*$/.test(text);
}

/** Mends the kana when the field is left, and hints at once when kanji were typed. */
export function tidyKana(form: HTMLFormElement) {
  form.addEventListener("focusout", (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || !/\[kana\]$/.test(input.name)) return;
    const katakana = toKatakana(input.value);
    if (katakana !== input.value) {
      input.value = katakana;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }
    hint(input, isKatakana(katakana) ? "" : "フリガナはカタカナで入力してください。");
  });
}

function hint(input: HTMLInputElement, text: string) {
  const field = input.closest(".field");
  let line = field?.querySelector<HTMLElement>("[data-kana-hint]") ?? null;
  if (line === null && text !== "") {
    line = document.createElement("p");
    line.className = "hint";
    line.dataset.kanaHint = "";
    line.setAttribute("role", "status");
    input.after(line);
  }
  if (line) line.textContent = text;
}
