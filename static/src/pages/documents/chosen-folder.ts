import type { Asked } from "../../api/client";
import { addFolder, type DocumentFolders, loadFolders } from "../../api/documents";
import { folderToMake, type TypedDocument } from "./typed-document";

/** The number of the chosen folder, made when it is not there yet; another's of the same name is taken. */
export async function chosenFolder(
  room: number,
  typed: TypedDocument,
  folders: DocumentFolders,
  headersFor: (body: unknown) => { "Idempotency-Key": string },
): Promise<Asked<number | null>> {
  const name = folderToMake(typed);
  if (name === null) return { data: typed.folder === "" ? null : Number(typed.folder) };
  const there = called(name, folders);
  if (there !== null) return { data: there };
  const { data, problem } = await addFolder(room, name, headersFor({ folder: name }));
  if (data) return { data: data.folder_id };
  if (problem.code !== "folder_exists") return { problem };
  // Somebody else, or the try before this one, has made it meanwhile.
  const now = await loadFolders(room);
  const made = now.data ? called(name, now.data) : null;
  return made === null ? { problem } : { data: made };
}

function called(name: string, folders: DocumentFolders): number | null {
  return folders.items.find((folder) => folder.name === name.trim())?.folder_id ?? null;
}
