/** The longest name of a tag, in characters: it stands beside every message. */
const LIMIT = 20;

/** What is sent for a name as typed. People are used to type a # before it. */
export function tagName(typed: string): string {
  return typed
    .trim()
    .replace(/^[#＃]+/, "")
    .trim();
}

/** Why a name as typed cannot be one; the server has the last word. */
export function tagNameError(typed: string): string | undefined {
  const name = tagName(typed);
  if (name === "") return "タグの名前を入力してください。";
  const length = [...name].length;
  return length > LIMIT ? `${LIMIT}文字までにしてください。今は${length}文字です。` : undefined;
}
