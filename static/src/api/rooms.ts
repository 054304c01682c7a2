import { type Asked, api, ask } from "./client";
import type { Answer, Input } from "./types";

// What those who use collaboration rooms ask of the API (R23–R26).

/** Forms as they are typed: what is not chosen yet is "". The server takes that and says what is missing. */
type Typed<T, Words extends keyof T> = Omit<T, Words> & { [Word in Words]: T[Word] | "" };

type SentRoom = Input<"/api/room-applications", "post">;
type SentMembership = Input<"/api/membership-applications", "post">;
type SentClosure = Input<"/api/room-closures", "post">;
export type RoomInput = Typed<SentRoom, "visibility">;
export type MembershipInput = Typed<SentMembership, "change">;
export type RoomPersonInput = SentRoom["participants"][number];

/** With the form as the tag by which TypeScript tells the contents apart. */
export type RoomRequest =
  | (Answer<"/api/room-applications/{receipt}/follow-up", "get", 200> & { form: 1 })
  | (Answer<"/api/membership-applications/{receipt}/follow-up", "get", 200> & { form: 2 })
  | (Answer<"/api/room-closures/{receipt}/follow-up", "get", 200> & { form: 3 });

const ofReceipt = (receipt: string) => ({ params: { path: { receipt } } });
const ofRoom = (room: number) => ({ params: { path: { room } } });

export interface ListedQuery {
  query?: string;
  theme_id?: number;
  after?: string;
  limit?: number;
}

export function loadListedRooms(query: ListedQuery) {
  return ask(() => api.GET("/api/collaboration-rooms", { params: { query } }));
}

export function loadListedRoom(room: number) {
  return ask(() => api.GET("/api/collaboration-rooms/{room}", ofRoom(room)));
}

export function loadMembers(room: number, query: { query?: string; after?: string; limit?: number }) {
  return ask(() => api.GET("/api/collaboration-rooms/{room}/members", { params: { path: { room }, query } }));
}

export function sayStillNeeded(room: number) {
  return ask(() => api.POST("/api/collaboration-rooms/{room}/still-needed", { ...ofRoom(room), body: {} }));
}

export function loadMyRequests(after?: string) {
  return ask(() => api.GET("/api/room-applications", { params: { query: after ? { after } : {} } }));
}

export function applyForRoom(body: RoomInput, headers: HeadersInit) {
  return ask(() => api.POST("/api/room-applications", { body: body as SentRoom, headers }));
}

export function applyForMembership(body: MembershipInput, headers: HeadersInit) {
  return ask(() => api.POST("/api/membership-applications", { body: body as SentMembership, headers }));
}

export function askToClose(room: number, reason: string, headers: HeadersInit) {
  return ask(() => api.POST("/api/room-closures", { body: closureOf(room, reason), headers }));
}

const NOBODY_TYPED = { login_id: "", name: "", phone: "" };

/** Who is signed in applies for himself: the server knows the rest. */
export const MYSELF = NOBODY_TYPED;

function closureOf(room: number, reason: string): SentClosure {
  return { applicant: MYSELF, room_id: room, room_name: "", reason };
}

// Each form has its own resource; the first digit of a receipt number is the number of its form.
export function loadRequest(receipt: string): Promise<Asked<RoomRequest>> {
  return read(receipt) as Promise<Asked<RoomRequest>>;
}

function read(receipt: string): Promise<Asked<unknown>> {
  if (receipt.startsWith("2-")) {
    return ask(() => api.GET("/api/membership-applications/{receipt}/follow-up", ofReceipt(receipt)));
  }
  if (receipt.startsWith("3-")) {
    return ask(() => api.GET("/api/room-closures/{receipt}/follow-up", ofReceipt(receipt)));
  }
  return ask(() => api.GET("/api/room-applications/{receipt}/follow-up", ofReceipt(receipt)));
}

export function withdrawRequest(receipt: string): Promise<Asked<unknown>> {
  const init = { ...ofReceipt(receipt), body: {} };
  if (receipt.startsWith("2-")) {
    return ask(() => api.POST("/api/membership-applications/{receipt}/withdrawal", init));
  }
  if (receipt.startsWith("3-")) return ask(() => api.POST("/api/room-closures/{receipt}/withdrawal", init));
  return ask(() => api.POST("/api/room-applications/{receipt}/withdrawal", init));
}

export function correctRoom(receipt: string, typed: RoomInput) {
  const init = { ...ofReceipt(receipt), body: typed as SentRoom };
  return ask(() => api.POST("/api/room-applications/{receipt}/correction", init));
}

export function correctMembership(receipt: string, typed: MembershipInput) {
  const init = { ...ofReceipt(receipt), body: typed as SentMembership };
  return ask(() => api.POST("/api/membership-applications/{receipt}/correction", init));
}

export function correctClosure(receipt: string, body: SentClosure) {
  return ask(() => api.POST("/api/room-closures/{receipt}/correction", { ...ofReceipt(receipt), body }));
}
