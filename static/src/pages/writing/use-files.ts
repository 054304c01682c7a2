import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { WritingBox } from "../../api/messages";
import { mayGoLater } from "../../outbox/may-go-later";
import type { WaitingFile } from "../../outbox/store";
import { type FilePlace, prepared, upload } from "../../outbox/upload";
import { sizeInWords } from "../timeline/file-size";

/** A file that goes with what is being written. */
export interface ChosenFile {
  key: string;
  name: string;
  content: Blob;
  /** Its number at the server, once it is there whole. */
  fileId: number | null;
  /** How much of it is there, 0 to 1; null while nothing is being sent. */
  part: number | null;
  /** Why it cannot go along; null: nothing is wrong. */
  refusal: string | null;
  /** Without network it goes with the message, later. */
  later: boolean;
}

export interface Files {
  files: ChosenFile[];
  /** What was not taken at all, in words. */
  note: string;
  sending: boolean;
  add: (chosen: File[]) => void;
  remove: (key: string) => void;
  clear: () => void;
  /** Puts files back that were taken away with a post. */
  restore: (files: WaitingFile[]) => void;
}

type Limits = Pick<WritingBox, "files_max" | "file_bytes_max">;

/** Files are sent as soon as they are chosen, one after the other, so that the message itself goes at once. */
export function useFiles(place: FilePlace, limits: Limits | null): Files {
  const [files, setFiles] = useState<ChosenFile[]>([]);
  const [note, setNote] = useState("");
  const now = useRef(files);
  const left = useRef(false);
  useEffect(
    () => () => {
      left.current = true;
    },
    [],
  );
  const set = useCallback((next: ChosenFile[]) => {
    now.current = next;
    setFiles(next);
  }, []);
  const change = useCallback(
    (key: string, part: Partial<ChosenFile>) =>
      set(now.current.map((file) => (file.key === key ? { ...file, ...part } : file))),
    [set],
  );
  const isGone = (key: string) => left.current || !now.current.some((file) => file.key === key);

  const sendOne = async (file: ChosenFile) => {
    change(file.key, { part: 0 });
    const progress = (part: number) => change(file.key, { part });
    const { data, problem } = await upload(place, file.name, file.content, progress, () => isGone(file.key));
    if (isGone(file.key)) return;
    if (data !== undefined) change(file.key, { part: null, fileId: data });
    else if (problem && mayGoLater(problem)) change(file.key, { part: null, later: true });
    else change(file.key, { part: null, refusal: problem?.errors[0]?.message ?? problem?.title ?? "" });
  };
  const add = async (chosen: File[]) => {
    if (!limits) {
      setNote("まだ添付できません。部屋を読み込んでから、もう一度選んでください。");
      return;
    }
    const free = limits.files_max - now.current.length;
    setNote(
      chosen.length > free ? `添付は${limits.files_max}件までです。入りきらないものは加えていません。` : "",
    );
    for (const file of chosen.slice(0, Math.max(free, 0))) {
      const { name, content } = await prepared(file);
      const tooLarge = content.size > limits.file_bytes_max;
      const one = newFile(name, content, tooLarge ? tooLargeText(limits) : null);
      set([...now.current, one]);
      if (!tooLarge) await sendOne(one);
    }
  };
  return {
    files,
    note,
    sending: files.some((file) => file.part !== null),
    add: (chosen) => void add(chosen),
    remove: (key) => set(now.current.filter((file) => file.key !== key)),
    clear: () => set([]),
    restore: (waiting) =>
      set(
        waiting.map((file) => ({
          ...newFile(file.name, file.content, null),
          fileId: file.file_id,
          later: file.file_id === null,
        })),
      ),
  };
}

function newFile(name: string, content: Blob, refusal: string | null): ChosenFile {
  return { key: crypto.randomUUID(), name, content, fileId: null, part: null, refusal, later: false };
}

function tooLargeText(limits: Limits): string {
  return `大きすぎます。${sizeInWords(limits.file_bytes_max)}までのファイルを添付できます。`;
}
