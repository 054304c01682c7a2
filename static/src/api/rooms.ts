import { type Asked, api, ask } from "./client";
import type { AsTyped } from "./support";
import type { Answer, Input } from "./types";

// What members ask of the API about collaboration rooms (R23–R26), and the forms about them as they are typed.

type SentRoom = Input<"/api/room-applications", "post">;
type SentMembership = Input<"/api/membership-applications", "post">;
type SentClosure = Input<"/api/room-closures", "post">;
export type RoomApplicationInput = AsTyped<SentRoom>;
export type MembershipInput = AsTyped<SentMembership>;
export type ClosureInput = AsTyped<SentClosure>;
export type RoomPersonInput = RoomApplicationInput["participants"][number];
export type AccountHolderInput = RoomApplicationInput["applicant"];

/** With the form as the tag by which TypeScript tells the contents apart. */
export type RoomRequest =
  | (Answer<"/api/room-applications/{receipt}/follow-up", "get", 200> & { form: 1 })
  | (Answer<"/api/membership-applications/{receipt}/follow-up", "get", 200> & { form: 2 })
  | (Answer<"/api/room-closures/{receipt}/follow-up", "get", 200> & { form: 3 });

const ofRoom = (room: number) => ({ params: { path: { room } } });
const ofReceipt = (receipt: string) => ({ params: { path: { receipt } } });

interface ListedQuery {
  query?: string;
  theme_id?: number;
  after?: string;
  limit?: number;
}

/** The rooms that may be found, in the order of their names. */
export function findRooms(query: ListedQuery) {
  return ask(() => api.GET("/api/collaboration-rooms", { params: { query } }));
}

/** One room that is listed or that the caller is in. */
export function loadListedRoom(room: number) {
  return ask(() => api.GET("/api/collaboration-rooms/{room}", ofRoom(room)));
}

export function loadParticipants(room: number, query: { query?: string; after?: string; limit?: number }) {
  return ask(() => api.GET("/api/collaboration-rooms/{room}/members", { params: { path: { room }, query } }));
}

/** R26: for ninety days the room is no candidate to close. */
export function sayStillNeeded(room: number) {
  return ask(() => api.POST("/api/collaboration-rooms/{room}/still-needed", { ...ofRoom(room), body: {} }));
}

export function fileRoom(body: RoomApplicationInput, headers: HeadersInit) {
  return ask(() => api.POST("/api/room-applications", { body: body as SentRoom, headers }));
}

export function fileMembership(body: MembershipInput, headers: HeadersInit) {
  return ask(() => api.POST("/api/membership-applications", { body: body as SentMembership, headers }));
}

export function fileClosure(body: ClosureInput, headers: HeadersInit) {
  return ask(() => api.POST("/api/room-closures", { body: body as SentClosure, headers }));
}

/** What the caller filed of all three forms, newest first. */
export function loadFiledRequests(after?: string) {
  return ask(() => api.GET("/api/room-applications", { params: { query: after ? { after } : {} } }));
}

// Each form has its own resource; the first digit of a receipt number is the number of its form.
const formOf = (receipt: string) => receipt.slice(0, 2);

export function loadRoomRequest(receipt: string): Promise<Asked<RoomRequest>> {
  const init = ofReceipt(receipt);
  const loaded =
    formOf(receipt) === "2-"
      ? ask(() => api.GET("/api/membership-applications/{receipt}/follow-up", init))
      : formOf(receipt) === "3-"
        ? ask(() => api.GET("/api/room-closures/{receipt}/follow-up", init))
        : ask(() => api.GET("/api/room-applications/{receipt}/follow-up", init));
  return loaded as Promise<Asked<RoomRequest>>;
}

export function correctRoom(receipt: string, body: RoomApplicationInput) {
  const init = { ...ofReceipt(receipt), body: body as SentRoom };
  return ask(() => api.POST("/api/room-applications/{receipt}/correction", init));
}

export function correctMembership(receipt: string, body: MembershipInput) {
  const init = { ...ofReceipt(receipt), body: body as SentMembership };
  return ask(() => api.POST("/api/membership-applications/{receipt}/correction", init));
}

export function correctClosure(receipt: string, body: ClosureInput) {
  const init = { ...ofReceipt(receipt), body: body as SentClosure };
  return ask(() => api.POST("/api/room-closures/{receipt}/correction", init));
}

export async function withdrawRoomRequest(receipt: string): Promise<Asked<unknown>> {
  const init = { ...ofReceipt(receipt), body: {} };
  switch (formOf(receipt)) {
    case "2-":
      return ask(() => api.POST("/api/membership-applications/{receipt}/withdrawal", init));
    case "3-":
      return ask(() => api.POST("/api/room-closures/{receipt}/withdrawal", init));
    default:
      return ask(() => api.POST("/api/room-applications/{receipt}/withdrawal", init));
  }
}
