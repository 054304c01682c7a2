import { type Asked, api, ask } from "./client";
import type { Answer, Input } from "./types";

// What another region knew of a registrant: taken over into a room, and read there (R18, R21, R38).

export type Takeovers = Answer<"/api/rooms/{room}/fhir/takeovers", "get", 200>;
export type Takeover = Takeovers["items"][number];
export type TakeoverProgress = Answer<"/api/rooms/{room}/fhir/takeovers", "post", 201>;
export type Announcement = Input<"/api/rooms/{room}/fhir/takeovers", "post">;
export type CarriedResources = Answer<"/api/rooms/{room}/fhir/carried-over", "get", 200>;

const ofRoom = (room: number) => ({ params: { path: { room } } });
const ofTakeover = (room: number, takeover: number) => ({ params: { path: { room, takeover } } });

export function loadTakeovers(room: number): Promise<Asked<Takeovers>> {
  return ask(() => api.GET("/api/rooms/{room}/fhir/takeovers", ofRoom(room)));
}

/** The same file again goes on where it broke off. */
export function beginTakeover(room: number, body: Announcement): Promise<Asked<TakeoverProgress>> {
  return ask(() => api.POST("/api/rooms/{room}/fhir/takeovers", { ...ofRoom(room), body }));
}

export function sendEntries(room: number, takeover: number, number: number, entries: string[]) {
  const params = { path: { room, takeover, number } };
  const path = "/api/rooms/{room}/fhir/takeovers/{takeover}/entries/{number}";
  return ask(() => api.PUT(path, { params, body: { entries } }));
}

export function sendPiece(
  room: number,
  takeover: number,
  [number, piece]: [number, number],
  body: { pieces: number; text: string },
) {
  const params = { path: { room, takeover, number, piece } };
  const path = "/api/rooms/{room}/fhir/takeovers/{takeover}/entries/{number}/pieces/{piece}";
  return ask(() => api.PUT(path, { params, body }));
}

export function finishTakeover(room: number, takeover: number): Promise<Asked<TakeoverProgress>> {
  return ask(() =>
    api.POST("/api/rooms/{room}/fhir/takeovers/{takeover}/finish", ofTakeover(room, takeover)),
  );
}

export function giveTakeoverUp(room: number, takeover: number) {
  return ask(() => api.DELETE("/api/rooms/{room}/fhir/takeovers/{takeover}", ofTakeover(room, takeover)));
}

export function loadCarried(room: number, kind: string, after?: string): Promise<Asked<CarriedResources>> {
  const query = after ? { kind, after: Number(after) } : { kind };
  return ask(() => api.GET("/api/rooms/{room}/fhir/carried-over", { params: { path: { room }, query } }));
}

/** The content of a file that came along. */
export function loadCarriedFile(room: number, uuid: string): Promise<Asked<Blob>> {
  return ask<Blob>(async () => {
    const init = { params: { path: { room, uuid } }, parseAs: "blob" as const };
    const answer = await api.GET("/api/rooms/{room}/fhir/carried-over/{uuid}/content", init);
    const { data, error, response } = answer;
    return { ...(data ? { data: data as unknown as Blob } : {}), error, response };
  });
}
