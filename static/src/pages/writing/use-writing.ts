import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { keepDraft, loadWritingBox, type WritingBox } from "../../api/messages";
import type { Problem } from "../../api/problem";
import { useKept } from "../../session/use-kept";
import { draftOf, isNothing, NOTHING, type Writing, writingOf } from "./writing";

/** So long after the last key the draft goes to the server, where other devices find it. */
const KEEP_AFTER_MILLISECONDS = 2_000;

/** The name under which a tab keeps what is written in a room. */
export function keptName(room: number): string {
  return `message-${room}`;
}

export interface WritingState {
  writing: Writing;
  box: WritingBox | null;
  problem: Problem | null;
  reload: () => void;
  change: (part: Partial<Writing>) => void;
  /** It was sent, or is waiting to be. */
  clear: () => void;
}

/** What is being written: in this tab at once, on the server soon after, so that nothing typed is lost. */
export function useWriting(room: number): WritingState {
  const [kept, keep] = useKept<Writing>(keptName(room));
  const writing = kept ?? NOTHING;
  const [box, setBox] = useState<WritingBox | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [asked, setAsked] = useState(0);
  const now = useRef(writing);
  now.current = writing;
  const saver = useDraftSaver(room);

  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again counts up
  useEffect(() => {
    let current = true;
    void loadWritingBox(room).then(({ data, problem }) => {
      if (!current) return;
      setProblem(problem ?? null);
      if (!data) return;
      setBox(data);
      // What is typed here is newer than what another window left.
      const before = writingOf(data);
      if (isNothing(now.current) && !isNothing(before)) keep(before);
    });
    return () => {
      current = false;
    };
  }, [room, keep, asked]);

  const change = useCallback(
    (part: Partial<Writing>) => {
      const next = { ...now.current, ...part };
      now.current = next;
      keep(isNothing(next) ? null : next);
      saver.soon(next);
    },
    [keep, saver],
  );
  const clear = useCallback(() => {
    now.current = NOTHING;
    keep(null);
    saver.atOnce(NOTHING);
  }, [keep, saver]);
  return { writing, box, problem, reload: () => setAsked(asked + 1), change, clear };
}

/** Sends the draft when the typing pauses, and when the page is left before. */
function useDraftSaver(room: number) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const waiting = useRef<Writing | null>(null);
  const [saver] = useState(() => {
    const send = () => {
      clearTimeout(timer.current);
      const writing = waiting.current;
      waiting.current = null;
      // A draft that does not arrive is still in the tab; the next key sends it again.
      if (writing) void keepDraft(room, draftOf(writing));
    };
    return {
      send,
      soon: (writing: Writing) => {
        waiting.current = writing;
        clearTimeout(timer.current);
        timer.current = setTimeout(send, KEEP_AFTER_MILLISECONDS);
      },
      atOnce: (writing: Writing) => {
        waiting.current = writing;
        send();
      },
    };
  });
  useEffect(() => {
    const whenHidden = () => {
      if (document.visibilityState === "hidden") saver.send();
    };
    document.addEventListener("visibilitychange", whenHidden);
    return () => {
      document.removeEventListener("visibilitychange", whenHidden);
      saver.send();
    };
  }, [saver]);
  return saver;
}
