import type { About, CareDocument } from "../../api/documents";
import type { DocumentKind } from "../../city/document-words";

/** What is said of a document, as it stands in the form. */
export interface TypedDocument {
  title: string;
  kind: DocumentKind | "";
  /** "": in none; a number; {@link NEW_FOLDER}, or that with the name of an offered one. */
  folder: string;
  newFolder: string;
  datedOn: string;
  note: string;
}

/** The choice of a folder that is not there yet; the name of an offered one follows. */
export const NEW_FOLDER = "new:";

export function newDocument(today: string, folder: number | null): TypedDocument {
  const there = folder === null || folder === 0 ? "" : String(folder);
  return { title: "", kind: "", folder: there, newFolder: "", datedOn: today, note: "" };
}

export function typedOf(document: CareDocument): TypedDocument {
  const { title, kind, folder_id: folder, dated_on: datedOn, note } = document;
  return { title, kind, folder: folder === null ? "" : String(folder), newFolder: "", datedOn, note };
}

/** 創部 1.jpg as 創部 1: what a paper is called until somebody says more. */
export function titleOf(fileName: string): string {
  // What a camera calls its photos says nothing.
  const name = fileName.replace(/\.[^.]*$/, "");
  return /^(img|image|dsc|dscn|pxl|photo)?[-_ ]?\d[\d_-]*$/i.test(name) ? "" : name.slice(0, 100);
}

/** The name of the folder that is to be made; null: none. */
export function folderToMake(typed: TypedDocument): string | null {
  if (!typed.folder.startsWith(NEW_FOLDER)) return null;
  return typed.folder.slice(NEW_FOLDER.length) || typed.newFolder;
}

export function aboutOf(typed: TypedDocument, folder: number | null): About {
  const { title, kind, datedOn, note } = typed;
  // The server says what is missing.
  return { title, kind: kind as DocumentKind, folder_id: folder, dated_on: datedOn, note };
}
