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

type DayChange = Input<"/api/rooms/{room}/records/visits/{visit}/days/{day}", "put">;

/** Refused (412) when somebody has changed the series meanwhile. */
export function changeVisitDay(visit: Visit, change: DayChange) {
  const params = {
    path: { room: visit.room_id, visit: visit.visit_id, day: visit.day },
    header: { "If-Match": `"${visit.revision}"` },
  };
  return ask(() => api.PUT("/api/rooms/{room}/records/visits/{visit}/days/{day}", { params, body: change }));
}

export function markVisitDone(visit: Visit, done: boolean) {
  const params = { path: { room: visit.room_id, visit: visit.visit_id, day: visit.day } };
  return ask(() =>
    api.PUT("/api/rooms/{room}/records/visits/{visit}/days/{day}/done", { params, body: { done } }),
  );
}

/** No more visits of the series from this one on. */
export function endVisits(visit: Visit, headers: { "Idempotency-Key": string }) {
  const params = {
    path: { room: visit.room_id, visit: visit.visit_id },
    header: { ...headers, "If-Match": `"${visit.revision}"` },
  };
  const body = { day: visit.day, plan: null };
  return ask(() => api.POST("/api/rooms/{room}/records/visits/{visit}/following", { params, body }));
}
