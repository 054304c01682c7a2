import { type Asked, api, ask } from "./client";
import type { Answer, Input, Profession } from "./types";

/** Rooms and the forms about them, as the people see them who are in them and who file them. */
export type MyRooms = Answer<"/api/rooms", "get", 200>;
export type MyRoom = MyRooms["items"][number];
export type Room = Answer<"/api/rooms/{room}", "get", 200>;
export type TeamMember = Room["team"][number];
export type AwaitingMember = Room["awaiting"][number];
export type RoomEvent = Room["events"][number];
export type DirectoryPerson = Answer<"/api/directory", "get", 200>["items"][number];

/** Forms as they are typed: what is not chosen yet is "". The server takes that and says what is missing. */
export type AsTyped<T> = T extends string
  ? T | ""
  : T extends (infer Item)[]
    ? AsTyped<Item>[]
    : T extends object
      ? { [Key in keyof T]: AsTyped<T[Key]> }
      : T;

type SentSupportRoom = Input<"/api/support-room-applications", "post">;
type SentTeamChange = Input<"/api/care-team-notices", "post">;
export type SupportRoomInput = AsTyped<SentSupportRoom>;
export type CareTeamNoticeInput = AsTyped<SentTeamChange>;
export type ApplicantInput = SupportRoomInput["applicant"];
export type RegistrantInput = SupportRoomInput["registrant"];
export type ConsentInput = NonNullable<SupportRoomInput["consent"]>;
export type MemberInput = NonNullable<SupportRoomInput["team"]>["members"][number];
export type ChangeInput = CareTeamNoticeInput["changes"][number];

export type Draft = Answer<"/api/support-room-applications/draft", "get", 200>;
export type FiledSupport = Answer<"/api/support-room-applications", "get", 200>["items"][number];
/** With the form as the tag by which TypeScript tells the contents apart. */
export type SupportApplication =
  | (Answer<"/api/support-room-applications/{receipt}/follow-up", "get", 200> & { form: 7 })
  | (Answer<"/api/care-team-notices/{receipt}/follow-up", "get", 200> & { form: 8 });

const page = (after: string | undefined) => ({ params: { query: after ? { after } : {} } });
const ofRoom = (room: number) => ({ params: { path: { room } } });
const ofReceipt = (receipt: string) => ({ params: { path: { receipt } } });

export function loadRooms(after?: string) {
  return ask(() => api.GET("/api/rooms", page(after)));
}

export function loadRoom(room: number) {
  return ask(() => api.GET("/api/rooms/{room}", ofRoom(room)));
}

export function loadViews(room: number, after?: string) {
  return ask(() => api.GET("/api/rooms/{room}/views", { params: { path: { room }, ...page(after).params } }));
}

export function loadViewCounts(room: number, from: string, to: string) {
  const params = { path: { room }, query: { from, to } };
  return ask(() => api.GET("/api/rooms/{room}/view-counts", { params }));
}

export interface DirectoryQuery {
  query?: string;
  profession?: Profession;
  organization_id?: number;
  after?: string;
  limit?: number;
}

export function searchDirectory(query: DirectoryQuery) {
  return ask(() => api.GET("/api/directory", { params: { query } }));
}

const DRAFT = "/api/support-room-applications/draft";

export function loadDraft() {
  return ask(() => api.GET(DRAFT));
}

export function saveDraft(body: SupportRoomInput) {
  // A phone that leaves the page still sends it.
  return ask(() => api.PUT(DRAFT, { body: body as SentSupportRoom, keepalive: true }));
}

export function discardDraft() {
  return ask(() => api.DELETE(DRAFT));
}

export function loadFiled(after?: string) {
  return ask(() => api.GET("/api/support-room-applications", page(after)));
}

/** The submission by mail that a clerk enters (R12); null for everybody and everything else. */
const enteredFrom = (mail: string | null) => ({
  params: { query: mail === null ? {} : { mailed_form: mail } },
});

export function fileSupportRoom(body: SupportRoomInput, mail: string | null, headers: HeadersInit) {
  const init = { ...enteredFrom(mail), body: body as SentSupportRoom, headers };
  return ask(() => api.POST("/api/support-room-applications", init));
}

export function fileTeamChange(body: CareTeamNoticeInput, mail: string | null, headers: HeadersInit) {
  const init = { ...enteredFrom(mail), body: body as SentTeamChange, headers };
  return ask(() => api.POST("/api/care-team-notices", init));
}

// Each form has its own resource; the first digit of a receipt number is the number of its form.
const isTeamChange = (receipt: string) => receipt.startsWith("8-");

export function loadSupportApplication(receipt: string): Promise<Asked<SupportApplication>> {
  const loaded = isTeamChange(receipt)
    ? ask(() => api.GET("/api/care-team-notices/{receipt}/follow-up", ofReceipt(receipt)))
    : ask(() => api.GET("/api/support-room-applications/{receipt}/follow-up", ofReceipt(receipt)));
  return loaded as Promise<Asked<SupportApplication>>;
}

export function correctSupportRoom(receipt: string, typed: SupportRoomInput) {
  const init = { ...ofReceipt(receipt), body: typed as SentSupportRoom };
  return ask(() => api.POST("/api/support-room-applications/{receipt}/correction", init));
}

export function correctTeamChange(receipt: string, typed: CareTeamNoticeInput) {
  const init = { ...ofReceipt(receipt), body: typed as SentTeamChange };
  return ask(() => api.POST("/api/care-team-notices/{receipt}/correction", init));
}

export async function withdrawSupportApplication(receipt: string): Promise<Asked<unknown>> {
  const init = { ...ofReceipt(receipt), body: {} };
  return isTeamChange(receipt)
    ? ask(() => api.POST("/api/care-team-notices/{receipt}/withdrawal", init))
    : ask(() => api.POST("/api/support-room-applications/{receipt}/withdrawal", init));
}
