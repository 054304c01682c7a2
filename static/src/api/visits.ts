import { type Asked, api, ask } from "./client";
import type { Answer, Input } from "./types";

// Visits to registrants (R18): the calendar of a room, and that of the caller over all rooms.

export type VisitCalendar = Answer<"/api/rooms/{room}/records/visits", "get", 200>;
export type Visit = VisitCalendar["items"][number];
export type PlanInput = Input<"/api/rooms/{room}/records/visits", "post">;

export function loadVisits(room: number, from: string, to: string): Promise<Asked<VisitCalendar>> {
  const params = { path: { room }, query: { from, to } };
  return ask(() => api.GET("/api/rooms/{room}/records/visits", { params }));
}

export function loadMyVisits(from: string, to: string, mine: boolean): Promise<Asked<VisitCalendar>> {
  return ask(() => api.GET("/api/records/visits", { params: { query: { from, to, mine } } }));
}

export function planVisit(room: number, visit: PlanInput, headers: { "Idempotency-Key": string }) {
  const params = { path: { room }, header: headers };
  return ask(() => api.POST("/api/rooms/{room}/records/visits", { params, body: visit }));
}
