import { type Asked, api, ask } from "./client";
import type { Answer, Input } from "./types";

// The basic sheet of a registrant (R38): versions, confirmations, what changed.

export type BasicSheetNow = Answer<"/api/rooms/{room}/records/basic-sheet", "get", 200>;
export type BasicSheet = Input<"/api/rooms/{room}/records/basic-sheet", "put">;
export type SheetVersions = Answer<"/api/rooms/{room}/records/basic-sheet/versions", "get", 200>;
export type SheetVersion = SheetVersions["items"][number];
export type SheetCompared = Answer<"/api/rooms/{room}/records/basic-sheet/versions/{number}", "get", 200>;
export type WrittenBy = SheetVersion["written"];

export function loadBasicSheet(room: number): Promise<Asked<BasicSheetNow>> {
  return ask(() => api.GET("/api/rooms/{room}/records/basic-sheet", { params: { path: { room } } }));
}

/** Refused (412) when somebody else has written a newer version than `version`. */
export function writeBasicSheet(room: number, version: number, sheet: BasicSheet) {
  const params = { path: { room }, header: { "If-Match": `"${version}"` } };
  return ask(() => api.PUT("/api/rooms/{room}/records/basic-sheet", { params, body: sheet }));
}

export function confirmBasicSheet(room: number, version: number, headers: { "Idempotency-Key": string }) {
  const params = { path: { room }, header: headers };
  return ask(() =>
    api.POST("/api/rooms/{room}/records/basic-sheet/confirmations", { params, body: { version } }),
  );
}

export function loadSheetVersions(room: number, after?: string) {
  const query = after ? { after: Number(after) } : {};
  return ask(() =>
    api.GET("/api/rooms/{room}/records/basic-sheet/versions", { params: { path: { room }, query } }),
  );
}

export function loadSheetVersion(room: number, number: number) {
  return ask(() =>
    api.GET("/api/rooms/{room}/records/basic-sheet/versions/{number}", {
      params: { path: { room, number } },
    }),
  );
}
