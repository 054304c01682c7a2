import type { Asked } from "../api/client";
import { beginFile, sendChunk } from "../api/messages";
import { outcomeUnknown, type Problem } from "../api/problem";

/** How often a piece is sent again on a line that breaks. */
const TRIES = 3;
const PAUSE_MILLISECONDS = 800;

/** Longer than any screen on which a wound is looked at. */
const PHOTO_PIXELS_MAX = 1600;
const PHOTO_QUALITY = 0.85;
/** A small photo stays as it is. */
const PHOTO_BYTES_KEPT = 400 * 1024;

/** The file as it is sent: a photo of a camera is made smaller, anything else stays as it is. */
export async function prepared(file: File): Promise<{ name: string; content: Blob }> {
  const asIs = { name: file.name, content: file };
  if (!/^image\/(jpeg|png|webp|heic|heif)$/.test(file.type) || file.size <= PHOTO_BYTES_KEPT) return asIs;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, PHOTO_PIXELS_MAX / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const smaller = await new Promise<Blob | null>((resolve) =>
      canvas.toBlob(resolve, "image/jpeg", PHOTO_QUALITY),
    );
    if (!smaller || smaller.size >= file.size) return asIs;
    return { name: file.name.replace(/\.[^.]+$/, "").concat(".jpg"), content: smaller };
  } catch {
    // A format that this browser does not draw: the server looks at it as it is.
    return asIs;
  }
}

/** Where a file goes: into a room, or into a mail. */
export interface FilePlace {
  begin: (name: string, bytes: number) => Promise<Asked<{ file_id: number; chunk_bytes: number }>>;
  send: (file: number, number: number, piece: Blob) => Promise<Asked<unknown>>;
}

export function inRoom(room: number): FilePlace {
  return {
    begin: (name, bytes) => beginFile(room, name, bytes),
    send: (file, number, piece) => sendChunk(room, file, number, piece),
  };
}

/** A file that the server awaits, and what of it has arrived. */
export interface BegunFile {
  file_id: number;
  chunk_bytes: number;
  /** The numbers of the pieces that are there; grows while the file is sent. */
  arrived: Set<number>;
}

/** Sends a file piece by piece; the number under which a message or a mail names it. */
export async function upload(
  place: FilePlace,
  name: string,
  content: Blob,
  onProgress: (part: number) => void,
  isCancelled: () => boolean = () => false,
): Promise<Asked<number>> {
  const begun = await place.begin(name, content.size);
  if (!begun.data) return begun;
  return sendRest(place, { ...begun.data, arrived: new Set() }, content, onProgress, isCancelled);
}

/** Sends what of a file has not arrived. */
export async function sendRest(
  place: FilePlace,
  begun: BegunFile,
  content: Blob,
  onProgress: (part: number) => void,
  isCancelled: () => boolean = () => false,
): Promise<Asked<number>> {
  const { file_id: file, chunk_bytes: size, arrived } = begun;
  const pieces = Math.max(1, Math.ceil(content.size / size));
  for (let number = 0; number < pieces; number += 1) {
    if (arrived.has(number)) continue;
    if (isCancelled()) return { problem: CANCELLED };
    const piece = content.slice(number * size, (number + 1) * size);
    const sent = await insistently(() => place.send(file, number, piece));
    if (sent.problem) return sent;
    arrived.add(number);
    onProgress(arrived.size / pieces);
  }
  return { data: file };
}

const CANCELLED: Problem = {
  status: 0,
  code: "cancelled",
  title: "添付をやめました。",
  detail: null,
  rule: null,
  errors: [],
  retryAfterSeconds: null,
};

async function insistently<T>(send: () => Promise<Asked<T>>): Promise<Asked<T>> {
  let asked = await send();
  for (let tries = 1; tries < TRIES && asked.problem && outcomeUnknown(asked.problem); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS * tries));
    asked = await send();
  }
  return asked;
}
