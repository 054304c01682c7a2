import type { ClosingReason, OriginalReceivedBy } from "../city/support-words";
import { type Asked, api, ask } from "./client";
import type {
  CareTeamAlerts,
  CareTeamNotice,
  DeletionRecord,
  Registrant,
  RegistrantSummary,
  RegistrantViews,
  RoomToDelete,
  SupportRoomApplication,
  SupportRoomUsage,
  View,
  ViewCounts,
} from "./types";

interface Items<Item> {
  items: Item[];
  next: string | null;
}
type Answered = Promise<{ data?: unknown; error?: unknown; response: Response }>;
type Untyped = Record<"GET" | "POST" | "PUT" | "DELETE", (path: string, init: object) => Answered>;
const untyped = api as unknown as Untyped;

function call<T>(method: keyof Untyped, path: string, init: object = {}): Promise<Asked<T>> {
  return ask(() => untyped[method](path, init)) as Promise<Asked<T>>;
}

const ofReceipt = (receipt: string) => ({ params: { path: { receipt } } });
const ofRoom = (room: number) => ({ params: { path: { room } } });
const ofRegistrant = (registrant: number) => ({ params: { path: { registrant } } });

/** Where the signed original is (R19). */
export function recordOriginal(
  receipt: string,
  body: { received_by: OriginalReceivedBy; received_on: string },
): Promise<Asked<SupportRoomApplication>> {
  return call("PUT", "/api/support-room-applications/{receipt}/original", { ...ofReceipt(receipt), body });
}

/** Who the person is: one who is registered already, or (null) somebody new. */
export function decideIdentity(
  receipt: string,
  registrant_id: number | null,
): Promise<Asked<SupportRoomApplication>> {
  const body = { registrant_id };
  return call("PUT", "/api/support-room-applications/{receipt}/identity", { ...ofReceipt(receipt), body });
}

export function loadRegistrants(query: {
  query?: string;
  state?: "open" | "closed" | "all";
  after?: string;
  limit?: number;
}): Promise<Asked<Items<RegistrantSummary>>> {
  return call("GET", "/api/registrants", { params: { query } });
}

export function loadRegistrant(registrant: number): Promise<Asked<Registrant>> {
  return call("GET", "/api/registrants/{registrant}", ofRegistrant(registrant));
}

export function loadViews(
  registrant: number,
  query: { after?: string; limit?: number },
): Promise<Asked<Items<View>>> {
  return call("GET", "/api/registrants/{registrant}/views", { params: { path: { registrant }, query } });
}

interface Period {
  from: string;
  to: string;
}

export function loadViewCounts(registrant: number, query: Period): Promise<Asked<ViewCounts>> {
  return call("GET", "/api/registrants/{registrant}/view-counts", {
    params: { path: { registrant }, query },
  });
}

export function loadRegistrantViews(
  query: Period & { after?: string; limit?: number },
): Promise<Asked<Items<RegistrantViews>>> {
  return call("GET", "/api/registrants/view-counts", { params: { query } });
}

/** The account that is the person who was awaited; null: no longer wanted. */
export function assignAwaiting(
  room: number,
  awaiting: number,
  user_id: number | null,
): Promise<Asked<unknown>> {
  return call("POST", "/api/rooms/{room}/awaiting/{awaiting}/assignment", {
    params: { path: { room, awaiting } },
    body: { user_id },
  });
}

export function breakGlass(room: number, reason: string): Promise<Asked<{ until: string }>> {
  return call("POST", "/api/rooms/{room}/broken-glass", { ...ofRoom(room), body: { reason } });
}

export function closeRoom(
  room: number,
  body: { reason: ClosingReason; note: string },
): Promise<Asked<unknown>> {
  return call("POST", "/api/rooms/{room}/closure", { ...ofRoom(room), body });
}

export function reopenRoom(room: number, note: string): Promise<Asked<unknown>> {
  return call("POST", "/api/rooms/{room}/reopening", { ...ofRoom(room), body: { note } });
}

export function loadRoomsToDelete(query: {
  after?: string;
  limit?: number;
}): Promise<Asked<Items<RoomToDelete>>> {
  return call("GET", "/api/rooms-to-delete", { params: { query } });
}

export function requestDeletion(room: number): Promise<Asked<unknown>> {
  return call("POST", "/api/rooms/{room}/deletion", { ...ofRoom(room), body: {} });
}

export function takeBackDeletion(room: number): Promise<Asked<unknown>> {
  return call("DELETE", "/api/rooms/{room}/deletion", ofRoom(room));
}

export function confirmDeletion(room: number): Promise<Asked<unknown>> {
  return call("POST", "/api/rooms/{room}/deletion/confirmation", { ...ofRoom(room), body: {} });
}

export function loadDeletionRecords(query: {
  after?: string;
  limit?: number;
}): Promise<Asked<Items<DeletionRecord>>> {
  return call("GET", "/api/deletion-records", { params: { query } });
}

export function loadAlerts(): Promise<Asked<CareTeamAlerts>> {
  return call("GET", "/api/care-team-alerts");
}

export function loadUsage(): Promise<Asked<SupportRoomUsage>> {
  return call("GET", "/api/usage/support-rooms");
}

/** Forms 7 and 8, as {@link loadApplication} asks for them. */
export function loadSupportApplication(
  form: 7 | 8,
  receipt: string,
): Promise<Asked<SupportRoomApplication | CareTeamNotice>> {
  return call("GET", `${SUPPORT_PATHS[form]}/{receipt}`, ofReceipt(receipt));
}

export function decideSupportApplication(
  form: 7 | 8,
  receipt: string,
  body: object,
  headers: HeadersInit,
): Promise<Asked<SupportRoomApplication | CareTeamNotice>> {
  return call("POST", `${SUPPORT_PATHS[form]}/{receipt}/decision`, { ...ofReceipt(receipt), body, headers });
}

const SUPPORT_PATHS = { 7: "/api/support-room-applications", 8: "/api/care-team-notices" } as const;
