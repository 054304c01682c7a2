import { type Asked, api, ask } from "./client";
import type { Answer, Input } from "./types";

// A registrant's record on one page (R18, R21).

export type Summary = Answer<"/api/rooms/{room}/summary", "get", 200>;
export type PrintedSummary = Answer<"/api/rooms/{room}/summary/printouts", "post", 201>;
export type Printout = PrintedSummary["printout"];
export type PrintInput = Input<"/api/rooms/{room}/summary/printouts", "post">;

export function loadSummary(room: number): Promise<Asked<Summary>> {
  return ask(() => api.GET("/api/rooms/{room}/summary", { params: { path: { room } } }));
}

/** Puts a printout on record and gives the page as it goes onto paper. */
export function printSummary(
  room: number,
  input: PrintInput,
  headers: { "Idempotency-Key": string },
): Promise<Asked<PrintedSummary>> {
  const params = { path: { room }, header: headers };
  return ask(() => api.POST("/api/rooms/{room}/summary/printouts", { params, body: input }));
}
