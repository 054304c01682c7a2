import { type Asked, api, ask } from "./client";
import type { Answer, Input } from "./types";

// Finding messages again, and taking them out of the system for a case conference (R18, R21).

export type SearchHit = Answer<"/api/messages/search", "get", 200>["items"][number];
export type RoomExport = Answer<"/api/rooms/{room}/exports", "post", 200>;
export type ExportInput = Omit<Input<"/api/rooms/{room}/exports", "post">, "format">;

export interface SearchQuery {
  q?: string;
  room?: number;
  author?: number;
  tag?: number;
  from?: string;
  to?: string;
  has_file?: boolean;
}

export function searchMessages(query: SearchQuery, after: string | undefined) {
  const page = after ? { after: Number(after) } : {};
  return ask(() => api.GET("/api/messages/search", { params: { query: { ...query, ...page } } }));
}

/** The people of all rooms that are open to the caller. */
export function findAuthors(q: string) {
  return ask(() => api.GET("/api/messages/authors", { params: { query: { q } } }));
}

const ofRoom = (room: number) => ({ params: { path: { room } } });

export function exportForPrint(room: number, input: ExportInput): Promise<Asked<RoomExport>> {
  const body = { ...input, format: "print" as const };
  return ask(() => api.POST("/api/rooms/{room}/exports", { ...ofRoom(room), body }));
}

/** Everything that is on record of the registrant, for another system. */
export function exportRecord(room: number, purpose: string): Promise<Asked<Blob>> {
  return ask<Blob>(async () => {
    const init = { ...ofRoom(room), body: { purpose }, parseAs: "blob" as const };
    const { data, error, response } = await api.POST("/api/rooms/{room}/fhir", init);
    return { ...(data ? { data } : {}), error, response };
  });
}

/** The table itself; the description knows only the answer for printing. */
export function exportTable(room: number, input: ExportInput): Promise<Asked<Blob>> {
  const body = { ...input, format: "csv" as const };
  return ask<Blob>(async () => {
    const init = { ...ofRoom(room), body, parseAs: "blob" as const };
    const { data, error, response } = await api.POST("/api/rooms/{room}/exports", init);
    return { ...(data ? { data } : {}), error, response };
  });
}
