import type { FilePlace } from "../outbox/upload";
import { type Asked, api, ask } from "./client";
import type { Answer, Input } from "./types";

// Documents of a registrant (R18, R20, R38): folders, versions, who has read them.

type Query = NonNullable<
  import("./schema").paths["/api/rooms/{room}/records/documents"]["get"]["parameters"]["query"]
>;
export type Documents = Answer<"/api/rooms/{room}/records/documents", "get", 200>;
export type CareDocument = Documents["items"][number];
export type DocumentShown = Answer<"/api/rooms/{room}/records/documents/{document}", "get", 200>;
export type DocumentVersion = DocumentShown["versions"][number];
export type DocumentFolders = Answer<"/api/rooms/{room}/records/document-folders", "get", 200>;
export type DocumentFolder = DocumentFolders["items"][number];
export type DocumentChanges = Answer<"/api/rooms/{room}/records/documents/{document}/changes", "get", 200>;
export type DocumentChange = DocumentChanges["items"][number];
export type DocumentReaders = Answer<
  "/api/rooms/{room}/records/documents/{document}/versions/{number}/readers",
  "get",
  200
>;
export type About = Input<"/api/rooms/{room}/records/documents/{document}", "put">;
export type NewDocument = Input<"/api/rooms/{room}/records/documents", "post">;
export type NewVersion = Input<"/api/rooms/{room}/records/documents/{document}/versions", "post">;
type IntentHeaders = { "Idempotency-Key": string };

/** Which documents of a room; a page is asked for beside it. */
export type Asking = Omit<Query, "after" | "limit">;

const ofRoom = (room: number) => ({ params: { path: { room } } });
const ofDocument = (room: number, document: number) => ({ params: { path: { room, document } } });

export function loadDocuments(room: number, asking: Asking, after?: string): Promise<Asked<Documents>> {
  const query = after ? { ...asking, after } : asking;
  return ask(() => api.GET("/api/rooms/{room}/records/documents", { params: { path: { room }, query } }));
}

export function loadDocument(room: number, document: number, asking: Asking): Promise<Asked<DocumentShown>> {
  const params = { path: { room, document }, query: asking };
  return ask(() => api.GET("/api/rooms/{room}/records/documents/{document}", { params }));
}

export function contentAddress(room: number, document: number, number: number): string {
  return `/api/rooms/${room}/records/documents/${document}/versions/${number}/content`;
}

/** The paper itself; from now on the caller has read it. */
export function loadContent(room: number, document: number, number: number): Promise<Asked<Blob>> {
  const params = { path: { room, document, number } };
  const path = "/api/rooms/{room}/records/documents/{document}/versions/{number}/content";
  return ask(async () => {
    const { data, error, response } = await api.GET(path, { params, parseAs: "blob" });
    return { ...(data === undefined ? {} : { data: data as unknown as Blob }), error, response };
  });
}

export function fileDocument(room: number, document: NewDocument, headers: IntentHeaders) {
  const params = { path: { room }, header: headers };
  return ask(() => api.POST("/api/rooms/{room}/records/documents", { params, body: document }));
}

/** Refused (412) when somebody else has brought a newer version meanwhile. */
export function addVersion(room: number, document: number, version: NewVersion, headers: IntentHeaders) {
  const params = { path: { room, document }, header: headers };
  return ask(() =>
    api.POST("/api/rooms/{room}/records/documents/{document}/versions", { params, body: version }),
  );
}

/** Refused (412) when somebody else has changed it since `revision`. */
export function changeDocument(room: number, document: number, revision: number, about: About) {
  const params = { path: { room, document }, header: { "If-Match": `"${revision}"` } };
  return ask(() => api.PUT("/api/rooms/{room}/records/documents/{document}", { params, body: about }));
}

export function withdrawDocument(room: number, document: number, reason: string) {
  return ask(() =>
    api.POST("/api/rooms/{room}/records/documents/{document}/withdrawal", {
      ...ofDocument(room, document),
      body: { reason },
    }),
  );
}

export function restoreDocument(room: number, document: number) {
  return ask(() =>
    api.POST("/api/rooms/{room}/records/documents/{document}/restoration", {
      ...ofDocument(room, document),
      body: {},
    }),
  );
}

export function loadDocumentReaders(room: number, document: number, number: number) {
  const params = { path: { room, document, number } };
  return ask(() =>
    api.GET("/api/rooms/{room}/records/documents/{document}/versions/{number}/readers", { params }),
  );
}

export function loadDocumentChanges(room: number, document: number, after?: string) {
  const params = { path: { room, document }, query: after ? { after: Number(after) } : {} };
  return ask(() => api.GET("/api/rooms/{room}/records/documents/{document}/changes", { params }));
}

/** How much waits to be read: for the room's page, which is no look at the papers. */
export function loadUnreadDocuments(room: number) {
  return ask(() => api.GET("/api/rooms/{room}/records/documents/unread", ofRoom(room)));
}

export function loadFolders(room: number): Promise<Asked<DocumentFolders>> {
  return ask(() => api.GET("/api/rooms/{room}/records/document-folders", ofRoom(room)));
}

export function addFolder(room: number, name: string, headers: IntentHeaders) {
  const params = { path: { room }, header: headers };
  return ask(() => api.POST("/api/rooms/{room}/records/document-folders", { params, body: { name } }));
}

const ofFolder = (room: number, folder: number) => ({ params: { path: { room, folder } } });

export function renameFolder(room: number, folder: number, name: string) {
  return ask(() =>
    api.PUT("/api/rooms/{room}/records/document-folders/{folder}", {
      ...ofFolder(room, folder),
      body: { name },
    }),
  );
}

export function removeFolder(room: number, folder: number) {
  return ask(() => api.DELETE("/api/rooms/{room}/records/document-folders/{folder}", ofFolder(room, folder)));
}

/** Where the files of documents go. */
export function inDocuments(room: number): FilePlace {
  return {
    begin: (name, bytes) =>
      ask(() =>
        api.POST("/api/rooms/{room}/records/document-files", { ...ofRoom(room), body: { name, bytes } }),
      ),
    send: (upload, number, piece) =>
      ask(() =>
        api.PUT("/api/rooms/{room}/records/document-files/{upload}/chunks/{number}", {
          params: { path: { room, upload, number } },
          // The description says bytes; the typings know lists of numbers.
          body: piece as unknown as number[],
          bodySerializer: (body: unknown) => body as Blob,
          headers: { "Content-Type": "application/octet-stream" },
        }),
      ),
  };
}

/** Which pieces of a file have arrived. */
export function loadArrived(room: number, upload: number) {
  const params = { path: { room, upload } };
  return ask(() => api.GET("/api/rooms/{room}/records/document-files/{upload}", { params }));
}
