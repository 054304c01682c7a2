import { useState } from "preact/hooks";
import { useIntent } from "../../api/intent";
import { type Finding, type Message, postMessage } from "../../api/messages";
import { NO_ANSWER, type Problem } from "../../api/problem";
import { useSending } from "../../api/use-sending";
import { mayGoLater } from "../../outbox/may-go-later";
import { sendWaiting, wait } from "../../outbox/outbox";
import type { WaitingPost } from "../../outbox/store";
import type { Files } from "./use-files";
import { inputOf, type Writing } from "./writing";

interface PostingOptions {
  user: number;
  room: number;
  files: Files;
  /** Something of this room waits already: what is written now comes after it. */
  othersWait: boolean;
  onPosted: (message: Message) => void;
  /** It waits in the browser now. */
  onWaiting: () => void;
}

export interface Posting {
  sending: boolean;
  problem: Problem | null;
  findings: Finding[] | null;
  post: (writing: Writing, need?: string) => Promise<void>;
  forgetFindings: () => void;
}

/** Sends what was written; without network it waits in the browser and goes by itself, once. */
export function usePosting(options: PostingOptions): Posting {
  const { user, room, files, othersWait, onPosted, onWaiting } = options;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [findings, setFindings] = useState<Finding[] | null>(null);
  const [sending, send] = useSending();
  const intent = useIntent();

  const later = async (post: WaitingPost) => {
    try {
      await wait(post);
    } catch {
      // The browser stores nothing for us: the text stays in the box, and the page says what happened.
      setProblem(NO_ANSWER);
      return;
    }
    setProblem(null);
    intent.answered(undefined);
    onWaiting();
    void sendWaiting(user).catch(() => false);
  };
  const post = (writing: Writing, need?: string) =>
    send(async () => {
      const input = inputOf(writing, need);
      const { files: chosen } = files;
      const names = chosen.map((file) => file.key);
      const key = intent.headersFor({ input, names })["Idempotency-Key"];
      const waiting = (): WaitingPost => ({
        key,
        user_id: user,
        room_id: room,
        written_at: Date.now(),
        input,
        files: chosen.map(({ name, content, fileId }) => ({ name, content, file_id: fileId })),
        refusal: null,
      });
      const ids = chosen.flatMap((file) => (file.fileId === null ? [] : [file.fileId]));
      if (othersWait || !navigator.onLine || ids.length < chosen.length) return later(waiting());
      const { data, problem } = await postMessage(room, { ...input, files: ids }, key);
      if (problem && mayGoLater(problem)) return later(waiting());
      intent.answered(problem);
      setFindings(problem?.findings ?? null);
      setProblem(problem && !problem.findings ? problem : null);
      if (data) onPosted(data);
    });
  return { sending, problem, findings, post, forgetFindings: () => setFindings(null) };
}
