import { type Asked, api, ask } from "./client";
import type {
  CareTeamNotice,
  ClosureInput,
  DecisionInput,
  OriginalInput,
  SupportRoomApplication,
} from "./types";

// What the association's desk asks of the API about registrants, their rooms and care teams.

interface PageQuery {
  after?: string;
  limit?: number;
}

const ofReceipt = (receipt: string) => ({ params: { path: { receipt } } });
const ofRoom = (room: number) => ({ params: { path: { room } } });

/** Forms 7 and 8, for those who load an application by its receipt number alone. */
export function loadSupportApplication(
  form: 7 | 8,
  receipt: string,
): Promise<Asked<SupportRoomApplication | CareTeamNotice>> {
  const init = ofReceipt(receipt);
  return form === 7
    ? ask(() => api.GET("/api/support-room-applications/{receipt}", init))
    : ask(() => api.GET("/api/care-team-notices/{receipt}", init));
}

export function decideSupportApplication(
  form: 7 | 8,
  receipt: string,
  body: DecisionInput,
  headers: HeadersInit,
): Promise<Asked<SupportRoomApplication | CareTeamNotice>> {
  const init = { ...ofReceipt(receipt), body, headers };
  return form === 7
    ? ask(() => api.POST("/api/support-room-applications/{receipt}/decision", init))
    : ask(() => api.POST("/api/care-team-notices/{receipt}/decision", init));
}

/** Where the signed original is (R19). */
export function recordOriginal(receipt: string, body: OriginalInput) {
  return ask(() =>
    api.PUT("/api/support-room-applications/{receipt}/original", { ...ofReceipt(receipt), body }),
  );
}

/** Who the person is: one who is registered already, or (null) somebody new. */
export function decideIdentity(receipt: string, registrant_id: number | null) {
  const init = { ...ofReceipt(receipt), body: { registrant_id } };
  return ask(() => api.PUT("/api/support-room-applications/{receipt}/identity", init));
}

export function loadRegistrants(query: PageQuery & { query?: string; state?: "open" | "closed" | "all" }) {
  return ask(() => api.GET("/api/registrants", { params: { query } }));
}

export function loadRegistrant(registrant: number) {
  return ask(() => api.GET("/api/registrants/{registrant}", { params: { path: { registrant } } }));
}

/** The account that is the person who was awaited; null: no longer wanted. */
export function assignAwaiting(room: number, awaiting: number, user_id: number | null) {
  return ask(() =>
    api.POST("/api/rooms/{room}/awaiting/{awaiting}/assignment", {
      params: { path: { room, awaiting } },
      body: { user_id },
    }),
  );
}

export function breakGlass(room: number, reason: string) {
  return ask(() => api.POST("/api/rooms/{room}/broken-glass", { ...ofRoom(room), body: { reason } }));
}

export function closeRoom(room: number, body: ClosureInput) {
  return ask(() => api.POST("/api/rooms/{room}/closure", { ...ofRoom(room), body }));
}

export function reopenRoom(room: number, note: string) {
  return ask(() => api.POST("/api/rooms/{room}/reopening", { ...ofRoom(room), body: { note } }));
}

export function loadRoomsToDelete(query: PageQuery) {
  return ask(() => api.GET("/api/rooms-to-delete", { params: { query } }));
}

export function requestDeletion(room: number) {
  return ask(() => api.POST("/api/rooms/{room}/deletion", ofRoom(room)));
}

export function takeBackDeletion(room: number) {
  return ask(() => api.DELETE("/api/rooms/{room}/deletion", ofRoom(room)));
}

export function confirmDeletion(room: number) {
  return ask(() => api.POST("/api/rooms/{room}/deletion/confirmation", ofRoom(room)));
}

export function loadDeletionRecords(query: PageQuery) {
  return ask(() => api.GET("/api/deletion-records", { params: { query } }));
}

export function loadAlerts() {
  return ask(() => api.GET("/api/care-team-alerts"));
}

/** The city's counts; hidden where they are small. */
interface Period {
  from: string;
  to: string;
}

/** Each single view of a registrant (R21), newest first. */
export function loadViews(registrant: number, query: PageQuery) {
  return ask(() =>
    api.GET("/api/registrants/{registrant}/views", { params: { path: { registrant }, query } }),
  );
}

export function loadViewCounts(registrant: number, query: Period) {
  return ask(() =>
    api.GET("/api/registrants/{registrant}/view-counts", { params: { path: { registrant }, query } }),
  );
}

/** Every registrant who was looked at in a period, and how often. */
export function loadRegistrantViews(query: Period & PageQuery) {
  return ask(() => api.GET("/api/registrants/view-counts", { params: { query } }));
}
