import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { inDocuments, loadArrived } from "../../api/documents";
import { outcomeUnknown, type Problem } from "../../api/problem";
import { type BegunFile, prepared, sendRest } from "../../outbox/upload";
import { useKept } from "../../session/use-kept";
import { sizeInWords } from "../timeline/file-size";

/** As the server has it. */
const BYTES_MAX = 10 * 1024 * 1024;

const NO_FILE = "写真かファイルを選んでください。送り終わっていないときは、届くのを待って登録します。";

/** The file of a document: chosen, sent at once, and sent on where the line broke. */
export interface Paper {
  name: string;
  bytes: number;
  /** How much of it is there, 0 to 1. */
  part: number;
  /** The number under which it is filed, once it is there whole. */
  fileId: number | null;
  isSending: boolean;
  /** Why it stopped; null: it did not. */
  problem: Problem | null;
  /** It may be sent on; else another file has to be chosen. */
  mayGoOn: boolean;
}

export interface PaperState {
  paper: Paper | null;
  choose: (file: File) => void;
  goOn: () => void;
  clear: () => void;
  /** What is missing, once it was asked for. */
  missing: string | undefined;
  /** The file's number once it is there; null when it stopped or none was chosen, which is then told. */
  whenThere: () => Promise<number | null>;
}

/** What of a file is at the server, kept in this tab: chosen again after a reload, it goes on. */
interface Kept {
  digest: string;
  file: number;
}

/** The work on one file. */
class Sending {
  begun: BegunFile | null = null;
  running: Promise<number | null> = Promise.resolve(null);
  isLeft = false;

  constructor(
    readonly name: string,
    readonly content: Blob,
    readonly digest: string,
  ) {}
}

/** Files are sent as soon as they are chosen: while the title is typed, the photo is on its way. */
export function usePaper(room: number, name: string): PaperState {
  const [paper, setPaper] = useState<Paper | null>(null);
  const [isMissing, setMissing] = useState(false);
  const [kept, keep] = useKept<Kept>(`${name}-file`);
  const current = useRef<Sending | null>(null);
  const keptNow = useRef(kept);
  keptNow.current = kept;
  const choices = useRef(0);
  const leave = useCallback(() => {
    choices.current += 1;
    if (current.current) current.current.isLeft = true;
    current.current = null;
  }, []);
  useEffect(() => leave, [leave]);

  const show = (sending: Sending, part: Partial<Paper>) => {
    if (sending.isLeft) return;
    setPaper((before) => ({ ...(before ?? shownFirst(sending)), ...part }));
  };
  const work = (sending: Sending) =>
    sendPaper(room, sending, keptNow.current, keep, (part) => show(sending, part));
  const choose = async (file: File) => {
    leave();
    setMissing(false);
    const choice = choices.current;
    const { name, content } = await prepared(file);
    const sending = new Sending(name, content, await digestOf(content));
    // Another one was chosen while this one was made smaller, or the page was left.
    if (choice !== choices.current) return;
    current.current = sending;
    setPaper(shownFirst(sending));
    if (content.size > BYTES_MAX) show(sending, { isSending: false, problem: tooLarge(), mayGoOn: false });
    else sending.running = work(sending);
  };
  const goOn = () => {
    const sending = current.current;
    if (sending) sending.running = work(sending);
  };
  useWhenOnline(paper?.problem?.status === 0 && paper.mayGoOn, goOn);

  return {
    paper,
    choose: (file) => void choose(file),
    goOn,
    clear: () => {
      leave();
      keep(null);
      setPaper(null);
    },
    missing: isMissing ? NO_FILE : undefined,
    whenThere: async () => {
      const there = current.current ? await current.current.running : null;
      setMissing(there === null);
      if (there === null) document.getElementById("file_id")?.focus();
      return there;
    },
  };
}

/** Sends what of a file is not there yet; its number, or null when it stopped. */
async function sendPaper(
  room: number,
  sending: Sending,
  kept: Kept | null,
  keep: (kept: Kept) => void,
  show: (part: Partial<Paper>) => void,
): Promise<number | null> {
  const place = inDocuments(room);
  const stopped = (problem: Problem | undefined) => {
    // What is gone at the server begins anew; what is refused is not sent again.
    if (problem?.status === 404) sending.begun = null;
    const mayGoOn = !problem || outcomeUnknown(problem) || [401, 404, 423, 429].includes(problem.status);
    show({ isSending: false, problem: problem ?? null, mayGoOn });
    return null;
  };
  show({ isSending: true, problem: null });
  if (!sending.begun && kept?.digest === sending.digest) sending.begun = await arrivedOf(room, kept.file);
  if (!sending.begun) {
    const begun = await place.begin(sending.name, sending.content.size);
    if (!begun.data) return stopped(begun.problem);
    sending.begun = { ...begun.data, arrived: new Set() };
    keep({ digest: sending.digest, file: begun.data.file_id });
  }
  const { data, problem } = await sendRest(
    place,
    sending.begun,
    sending.content,
    (part) => show({ part }),
    () => sending.isLeft,
  );
  if (data === undefined) return stopped(problem);
  show({ part: 1, fileId: data, isSending: false });
  return data;
}

/** A line that comes back is used at once. */
function useWhenOnline(isWaiting: boolean, goOn: () => void) {
  const goOnNow = useRef(goOn);
  goOnNow.current = goOn;
  useEffect(() => {
    if (!isWaiting) return;
    const again = () => goOnNow.current();
    addEventListener("online", again);
    return () => removeEventListener("online", again);
  }, [isWaiting]);
}

function shownFirst({ name, content }: Sending): Paper {
  return { name, bytes: content.size, part: 0, fileId: null, isSending: true, problem: null, mayGoOn: true };
}

async function arrivedOf(room: number, file: number): Promise<BegunFile | null> {
  const { data } = await loadArrived(room, file);
  return data ? { file_id: file, chunk_bytes: data.chunk_bytes, arrived: new Set(data.pieces) } : null;
}

/** Two files of the same content are the same file: pieces of two others must never become one. */
async function digestOf(content: Blob): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await content.arrayBuffer()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function tooLarge(): Problem {
  return {
    status: 422,
    code: "file_size",
    title: `大きすぎます。${sizeInWords(BYTES_MAX)}までのファイルを登録できます。`,
    detail: null,
    rule: null,
    errors: [],
    retryAfterSeconds: null,
  };
}
