import { type Asked, api, ask } from "./client";
import type { Answer, Input } from "./types";

// Messages of a room (R18, R20–R22, R27).

export type MessagePage = Answer<"/api/rooms/{room}/messages", "get", 200>;
export type Message = MessagePage["items"][number];
export type MessageFile = Message["files"][number];
export type Reaction = Message["reactions"][number]["reaction"];
export type RoomChanges = Answer<"/api/rooms/{room}/changes", "get", 200>;
export type Readers = Answer<"/api/rooms/{room}/messages/{message}/readers", "get", 200>;
export type Reader = Readers["items"][number];
export type WritingBox = Answer<"/api/rooms/{room}/writing-box", "get", 200>;
export type MessageDraft = NonNullable<WritingBox["draft"]>;
export type Screening = Answer<"/api/rooms/{room}/messages/screening", "post", 200>;
export type Finding = Screening["findings"][number];
export type MessageInput = Input<"/api/rooms/{room}/messages", "post">;
export type Unread = Answer<"/api/messages/unread", "get", 200>;
export type RoomPerson = Answer<"/api/messages/authors", "get", 200>["items"][number];

/** Which stretch of a room; without a place the last one. */
export interface Place {
  before?: number;
  after?: number;
  around?: number;
}

const ofRoom = (room: number) => ({ params: { path: { room } } });
const ofMessage = (room: number, message: number) => ({ params: { path: { room, message } } });

export function loadMessages(room: number, place: Place): Promise<Asked<MessagePage>> {
  return ask(() => api.GET("/api/rooms/{room}/messages", { params: { path: { room }, query: place } }));
}

/**
 * What changed since; null: nothing. `active` says that the person touched the page within the last minute: only then
 * the session counts as used (R36).
 */
export function loadChanges(
  room: number,
  since: string,
  active: boolean,
): Promise<Asked<RoomChanges | null>> {
  return ask<RoomChanges | null>(async () => {
    const { data, error, response } = await api.GET("/api/rooms/{room}/changes", {
      params: { path: { room }, query: { since, active }, header: { "If-None-Match": `"${since}"` } },
    });
    if (response.status === 304) return { data: null, response: new Response() };
    return { ...(data ? { data } : {}), error, response };
  });
}

export function readUpTo(room: number, upTo: number) {
  // A page that is being left still sends it.
  const init = { ...ofRoom(room), body: { up_to: upTo }, keepalive: true };
  return ask(() => api.PUT("/api/rooms/{room}/read-mark", init));
}

export function loadUnread() {
  return ask(() => api.GET("/api/messages/unread"));
}

export function loadPinned(room: number) {
  return ask(() => api.GET("/api/rooms/{room}/pinned", ofRoom(room)));
}

export function loadReaders(room: number, message: number) {
  return ask(() => api.GET("/api/rooms/{room}/messages/{message}/readers", ofMessage(room, message)));
}

export function loadVersions(room: number, message: number) {
  return ask(() => api.GET("/api/rooms/{room}/messages/{message}/versions", ofMessage(room, message)));
}

export function loadWritingBox(room: number) {
  return ask(() => api.GET("/api/rooms/{room}/writing-box", ofRoom(room)));
}

export function keepDraft(room: number, body: MessageDraft) {
  // A phone that leaves the page still sends it.
  return ask(() => api.PUT("/api/rooms/{room}/draft", { ...ofRoom(room), body, keepalive: true }));
}

export function screenText(room: number, body: string) {
  return ask(() => api.POST("/api/rooms/{room}/messages/screening", { ...ofRoom(room), body: { body } }));
}

export function postMessage(room: number, body: MessageInput, key: string) {
  const headers = { "Idempotency-Key": key };
  return ask(() => api.POST("/api/rooms/{room}/messages", { ...ofRoom(room), body, headers }));
}

export function editMessage(room: number, message: number, body: string, need?: string) {
  const input = { body, ...(need ? { acknowledged: { need } } : {}) };
  return ask(() =>
    api.PUT("/api/rooms/{room}/messages/{message}", { ...ofMessage(room, message), body: input }),
  );
}

export function withdrawMessage(room: number, message: number) {
  const init = { ...ofMessage(room, message), body: {} };
  return ask(() => api.POST("/api/rooms/{room}/messages/{message}/withdrawal", init));
}

export function setPinned(room: number, message: number, pinned: boolean) {
  const path = "/api/rooms/{room}/messages/{message}/pin";
  return ask(() =>
    pinned ? api.PUT(path, ofMessage(room, message)) : api.DELETE(path, ofMessage(room, message)),
  );
}

export function setConfirmed(room: number, message: number, confirmed: boolean) {
  const path = "/api/rooms/{room}/messages/{message}/confirmation";
  return ask(() =>
    confirmed ? api.PUT(path, ofMessage(room, message)) : api.DELETE(path, ofMessage(room, message)),
  );
}

export function setReaction(room: number, message: number, reaction: Reaction, given: boolean) {
  const path = "/api/rooms/{room}/messages/{message}/reactions/{reaction}";
  const init = { params: { path: { room, message, reaction } } };
  return ask(() => (given ? api.PUT(path, init) : api.DELETE(path, init)));
}

export function findPeople(room: number, q: string) {
  return ask(() => api.GET("/api/messages/authors", { params: { query: { room, q } } }));
}

export function beginFile(room: number, name: string, bytes: number) {
  return ask(() => api.POST("/api/rooms/{room}/files", { ...ofRoom(room), body: { name, bytes } }));
}

/** One piece of a file, as it is: no JSON. */
export function sendChunk(room: number, file: number, number: number, content: Blob) {
  return ask(() =>
    api.PUT("/api/rooms/{room}/files/{file}/chunks/{number}", {
      params: { path: { room, file, number } },
      // The description says bytes; the typings know lists of numbers.
      body: content as unknown as number[],
      bodySerializer: (body: unknown) => body as Blob,
      headers: { "Content-Type": "application/octet-stream" },
    }),
  );
}

export function fileAddress(room: number, file: number): string {
  return `/api/rooms/${room}/files/${file}`;
}
