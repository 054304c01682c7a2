import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { useIntent } from "../../api/intent";
import { createMailDraft, updateMailDraft } from "../../api/mail";
import { useKept } from "../../session/use-kept";
import { draftOf, isNothing, type Letter } from "./letter";
import type { Beginning } from "./load-letter";

/** So long after the last key the letter goes to the server as a draft. */
const KEEP_AFTER_MILLISECONDS = 2_000;

/** What is being written: in this tab at once, on the server soon after as a draft. */
export function useLetter(name: string, beginning: Beginning) {
  const [kept, keep] = useKept<Letter>(name);
  const typed = kept ?? beginning.letter;
  const [draft, setDraft] = useState(beginning.draft);
  const [note, setNote] = useState("");
  const intent = useIntent();
  const now = useRef({ typed, draft, isSent: false });
  now.current.typed = typed;
  now.current.draft = draft;
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const save = useCallback(async () => {
    clearTimeout(timer.current);
    const { typed, draft, isSent } = now.current;
    if (isSent || isNothing(typed)) return;
    const content = draftOf(typed);
    const answer =
      draft === null
        ? await createMailDraft(content, intent.headersFor("draft"))
        : await updateMailDraft(draft, content);
    if (answer.data) setDraft(answer.data.draft_id);
    setNote(answer.data ? "下書きを保存しました。" : "下書きはこの端末にだけ残っています。");
  }, [intent]);

  const change = useCallback(
    (part: Partial<Letter>) => {
      const next = { ...now.current.typed, ...part };
      now.current.typed = next;
      keep(next);
      setNote("");
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), KEEP_AFTER_MILLISECONDS);
    },
    [keep, save],
  );
  // Whoever leaves while typing finds it again, here and elsewhere.
  useEffect(
    () => () => {
      if (timer.current !== undefined) void save();
    },
    [save],
  );
  const clear = () => {
    now.current.isSent = true;
    clearTimeout(timer.current);
    keep(null);
  };
  return { typed, draft, note, change, clear };
}
