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

export type VisitChanges = Answer<"/api/rooms/{room}/records/visits/{visit}/changes", "get", 200>;
export type VisitChange = VisitChanges["items"][number];
export type VisitsExport = Input<"/api/records/visits/exports", "post">;

/** Who changed what of a visit, and of the series that it continues. */
export function loadVisitChanges(room: number, visit: number): Promise<Asked<VisitChanges>> {
  const params = { path: { room, visit } };
  return ask(() => api.GET("/api/rooms/{room}/records/visits/{visit}/changes", { params }));
}

/** From this visit on the series is planned otherwise. */
export function changeFollowing(visit: Visit, plan: PlanInput, headers: { "Idempotency-Key": string }) {
  const params = {
    path: { room: visit.room_id, visit: visit.visit_id },
    header: { ...headers, "If-Match": `"${visit.revision}"` },
  };
  const body = { day: visit.day, plan };
  return ask(() => api.POST("/api/rooms/{room}/records/visits/{visit}/following", { params, body }));
}

/** A file for the calendar that somebody uses besides: of a room, or (null) of the caller's own visits over all rooms. */
export function exportVisits(room: number | null, input: VisitsExport): Promise<Asked<Blob>> {
  return ask<Blob>(async () => {
    const init = { body: input, parseAs: "blob" as const };
    const { data, error, response } =
      room === null
        ? await api.POST("/api/records/visits/exports", init)
        : await api.POST("/api/rooms/{room}/records/visits/exports", { params: { path: { room } }, ...init });
    return { ...(data ? { data: data as unknown as Blob } : {}), error, response };
  });
}
