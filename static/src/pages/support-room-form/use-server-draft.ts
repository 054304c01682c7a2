import { useEffect, useRef, useState } from "preact/hooks";
import type { Problem } from "../../api/problem";
import { discardDraft, type SupportRoomInput, saveDraft } from "../../api/support";
import { useKept } from "../../session/use-kept";
import { DraftSaver, type DraftState } from "./draft-saver";

/** Under which a draft waits in this tab when the session ended before it was saved. */
export const UNSAVED_DRAFT = "support-room-draft";

/** Keeps the form on the server while it is being filled in (R13b), so that patient data is not left in the browser. */
export function useServerDraft(userId: number, initial: SupportRoomInput, content: SupportRoomInput) {
  const [state, setState] = useState<DraftState>({ kind: "untouched" });
  const [, keepUnsaved] = useKept<SupportRoomInput>(`${UNSAVED_DRAFT}-${userId}`);
  const saver = useRef<DraftSaver<SupportRoomInput> | null>(null);
  saver.current ??= new DraftSaver(
    initial,
    async (body) => {
      const { problem } = await saveDraft(body);
      // The sign-in page comes next, and takes this page with it.
      if (problem?.status === 401) keepUnsaved(body);
      else if (!problem) keepUnsaved(null);
      return problem;
    },
    setState,
  );

  useEffect(() => saver.current?.changed(content), [content]);
  useEffect(() => {
    const save = () => void saver.current?.flush();
    // A phone that switches apps may never come back to this page.
    const saveWhenHidden = () => document.visibilityState === "hidden" && save();
    addEventListener("online", save);
    document.addEventListener("visibilitychange", saveWhenHidden);
    return () => {
      removeEventListener("online", save);
      document.removeEventListener("visibilitychange", saveWhenHidden);
      void saver.current?.leave();
    };
  }, []);

  /** The form was sent: a draft that cannot be thrown away now is offered again, and can be then. */
  const close = async () => {
    await saver.current?.stop();
    keepUnsaved(null);
    await discardDraft();
  };
  /** Begins anew; when that fails, what is typed is kept on. */
  const discard = async (): Promise<Problem | null> => {
    await saver.current?.stop();
    const { problem } = await discardDraft();
    if (problem) saver.current?.resume();
    else keepUnsaved(null);
    return problem ?? null;
  };
  return { state, close, discard };
}
