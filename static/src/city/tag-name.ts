/** What is sent for a name as typed. People are used to type a # before it. */
export function tagName(typed: string): string {
  return typed
    .trim()
    .replace(/^[#＃]+/, "")
    .trim();
}

/** Why a name as typed cannot be one of so many characters; the server has the last word. */
export function tagNameError(
  typed: string,
  { noun, limit }: { noun: string; limit: number },
): string | undefined {
  const name = tagName(typed);
  if (name === "") return `${noun}の名前を入力してください。`;
  const length = [...name].length;
  return length > limit ? `${limit}文字までにしてください。今は${length}文字です。` : undefined;
}
