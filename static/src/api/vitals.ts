import type { GlucoseTiming, Mark, VitalKind } from "../city/vital-words";
import { type Asked, api, ask } from "./client";
import type { Answer, Input } from "./types";

// What was measured of a registrant (R18, R21, R32).

type Sent<T> = Omit<T, "readings" | "marks"> & {
  readings: Partial<Record<VitalKind, number>>;
  marks: Partial<Record<VitalKind, Mark>>;
};
/** The schema knows the kinds as text only: they are keys there. */
export type Measurement = Sent<Answer<"/api/rooms/{room}/records/vitals/{measurement}", "put", 200>>;
export type MeasurementVersions = Answer<
  "/api/rooms/{room}/records/vitals/{measurement}/versions",
  "get",
  200
>;
export type LatestVitals = Answer<"/api/rooms/{room}/records/vitals/latest", "get", 200>;
export type LatestValue = LatestVitals["values"][number];
export type VitalLimits = Answer<"/api/rooms/{room}/records/vitals/limits", "get", 200>;
export type LimitLine = VitalLimits["now"][number];
export type VitalPoints = Answer<"/api/rooms/{room}/records/vitals/points", "get", 200>;
export type VitalSeries = VitalPoints["series"][number];
export type UnderstoodText = Answer<"/api/rooms/{room}/records/vitals/pasted-text", "post", 200>;
export type UnderstoodLine = UnderstoodText["lines"][number];
export type StoredBatch = Answer<"/api/rooms/{room}/records/vitals/batches", "post", 201>;
export type VitalsExport = Input<"/api/rooms/{room}/records/vitals/exports", "post">;

export interface Entry {
  measured_at: string;
  readings: Partial<Record<VitalKind, number>>;
  glucose_timing?: GlucoseTiming | null;
  note?: string;
  confirmed?: boolean;
}

const ofRoom = (room: number) => ({ params: { path: { room } } });
const ofMeasurement = (room: number, measurement: number) => ({ params: { path: { room, measurement } } });
/** What the generated types call a map of texts. */
const asSent = (entry: Entry) => entry as Entry & { readings: Record<string, number> };

export function loadLatest(room: number) {
  return ask(() => api.GET("/api/rooms/{room}/records/vitals/latest", ofRoom(room)));
}

export function loadMeasurements(room: number, after?: string) {
  const params = { path: { room }, query: after ? { after } : {} };
  return ask(() => api.GET("/api/rooms/{room}/records/vitals", { params })) as Promise<
    Asked<{ items: Measurement[]; next: string | null }>
  >;
}

export function recordVitals(room: number, entry: Entry, headers: { "Idempotency-Key": string }) {
  const params = { path: { room }, header: headers };
  return ask(() => api.POST("/api/rooms/{room}/records/vitals", { params, body: asSent(entry) }));
}

export function correctVitals(
  room: number,
  measurement: number,
  body: { entry: Entry; version: number; reason: string },
) {
  const init = { ...ofMeasurement(room, measurement), body: { ...body, entry: asSent(body.entry) } };
  return ask(() => api.PUT("/api/rooms/{room}/records/vitals/{measurement}", init));
}

export function withdrawVitals(room: number, measurement: number, reason: string) {
  const init = { ...ofMeasurement(room, measurement), body: { reason } };
  return ask(() => api.POST("/api/rooms/{room}/records/vitals/{measurement}/withdrawal", init));
}

export function loadVitalVersions(room: number, measurement: number) {
  const init = ofMeasurement(room, measurement);
  return ask(() => api.GET("/api/rooms/{room}/records/vitals/{measurement}/versions", init));
}

export function loadPoints(room: number, kinds: VitalKind[], from: string, to: string) {
  const params = { path: { room }, query: { kinds: kinds.join(","), from, to } };
  return ask(() => api.GET("/api/rooms/{room}/records/vitals/points", { params }));
}

export function loadLimits(room: number) {
  return ask(() => api.GET("/api/rooms/{room}/records/vitals/limits", ofRoom(room)));
}

export function setLimit(room: number, kind: VitalKind, low: number | null, high: number | null) {
  const init = { params: { path: { room, kind } }, body: { low, high } };
  return ask(() => api.PUT("/api/rooms/{room}/records/vitals/limits/{kind}", init));
}

export function readPasted(room: number, text: string) {
  return ask(() =>
    api.POST("/api/rooms/{room}/records/vitals/pasted-text", { ...ofRoom(room), body: { text } }),
  );
}

export function storeBatch(room: number, items: Entry[], headers: { "Idempotency-Key": string }) {
  const params = { path: { room }, header: headers };
  const body = { items: items.map(asSent) };
  return ask(() => api.POST("/api/rooms/{room}/records/vitals/batches", { params, body }));
}

export function exportVitals(room: number, body: VitalsExport): Promise<Asked<Blob>> {
  return ask<Blob>(async () => {
    const init = { ...ofRoom(room), body, parseAs: "blob" as const };
    const { data, error, response } = await api.POST("/api/rooms/{room}/records/vitals/exports", init);
    return { ...(data ? { data: data as unknown as Blob } : {}), error, response };
  });
}
