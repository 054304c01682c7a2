// Hand-written until the server describes support rooms; then api/types.ts takes these from the schema.
import type {
  ClosingReason,
  Missing,
  OriginalReceivedBy,
  RepresentativeRelation,
  SignedBy,
  Viewed,
  ViewedVia,
} from "../city/support-words";
import { type Asked, api, ask } from "./client";
import type { ApplicationStatus, Channel, Profession } from "./types";

export type { ClosingReason, Missing, RepresentativeRelation, SignedBy, Viewed, ViewedVia };

export interface ApplicantInput {
  name: string;
  kana: string;
  phone: string;
  email: string;
}

export interface RegistrantInput {
  name: string;
  kana: string;
  birth_date: string;
  postal_code: string;
  address: string;
  phone: string;
}

export interface ConsentInput {
  signed_by: SignedBy | "";
  representative_name: string;
  representative_relation: RepresentativeRelation | "";
  signed_on: string;
  scan_agreed_on: string;
}

export interface MemberInput {
  user_id: number | null;
  name: string;
  kana: string;
  profession: Profession | "";
  organization_name: string;
}

export interface SupportRoomInput {
  channel?: Channel | null;
  organization_id: number | null;
  applicant: ApplicantInput;
  registrant: RegistrantInput;
  consent: ConsentInput | null;
  team: { members: MemberInput[] } | null;
}

export interface ChangeInput extends MemberInput {
  change: "add" | "remove";
  on: string;
}

export interface CareTeamNoticeInput {
  channel?: Channel | null;
  organization_id: number | null;
  applicant: ApplicantInput;
  room_id: number | null;
  changes: ChangeInput[];
  reason: string;
}

export interface DirectoryPerson {
  user_id: number;
  name: string;
  kana: string;
  profession: Profession;
  organization_id: number;
  organization_name: string;
}

export interface ListPage<Item> {
  items: Item[];
  next: string | null;
}

export interface FiledSupport {
  receipt_number: string;
  form: number;
  status: ApplicationStatus;
  organization_name: string;
  applicant_name: string;
  people_count: number;
  received_at: string;
  missing: Missing[];
}

export interface SupportReceipt {
  receipt_number: string;
  status: ApplicationStatus;
  received_at: string;
}

export interface SupportFollowUp<Content> {
  receipt_number: string;
  form: number;
  status: ApplicationStatus;
  status_text: string;
  note: string | null;
  received_at: string;
  updated_at: string;
  can_correct: boolean;
  can_withdraw: boolean;
  missing: Missing[];
  excluded: { person: number; note: string }[];
  history: { at: string; action: string; note: string | null }[];
  content: Content;
}

export interface MyRoom {
  room_id: number;
  kind: "support" | "collaboration";
  name: string;
  registrant_name: string | null;
  registrant_kana: string | null;
  since: string;
  member_count: number;
  without_clinician: boolean;
  is_new: boolean;
}

export interface MyRoomsPage extends ListPage<MyRoom> {
  why_empty: "no_assignment" | null;
  ended_recently: number;
}

export interface TeamMember {
  user_id: number;
  name: string;
  kana: string;
  profession: Profession;
  organization_name: string;
  since: string;
  until: string | null;
  is_me: boolean;
}

export interface AwaitingMember {
  name: string;
  kana: string;
  profession: Profession;
  organization_name: string;
}

export interface RoomEvent {
  id: number;
  at: string;
  kind: string;
  text: string;
  actor_name: string | null;
  about_name: string | null;
  note: string | null;
}

export interface Room {
  room_id: number;
  kind: "support" | "collaboration";
  name: string;
  via: "member" | "broken_glass";
  opened_at: string;
  registrant: (RegistrantInput & { registrant_id: number }) | null;
  consent: {
    state: "valid" | "withdrawn";
    signed_by: SignedBy;
    representative_name: string | null;
    representative_relation: RepresentativeRelation | null;
    signed_on: string;
    original_received_by: OriginalReceivedBy;
  } | null;
  team: TeamMember[];
  planned: TeamMember[];
  awaiting: AwaitingMember[];
  without_clinician_from: string | null;
  broken_glass_until: string | null;
  events: RoomEvent[];
}

export interface RoomView {
  at: string;
  user_id: number;
  user_name: string;
  profession: Profession;
  organization_name: string;
  what: Viewed;
  via: ViewedVia;
}

export interface ViewCounts {
  total: number;
  by_person: {
    user_id: number;
    user_name: string;
    profession: Profession;
    organization_name: string;
    views: number;
    last_at: string;
  }[];
  by_day: { day: string; views: number }[];
}

type Method = "GET" | "POST" | "PUT" | "DELETE";
type Call = (path: string, init?: object) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

/** One call of the routes that the schema does not know yet. */
function call<T>(method: Method, path: string, init: object = {}): Promise<Asked<T>> {
  const calls = api as unknown as Record<Method, Call>;
  return ask(() => calls[method](path, init)) as Promise<Asked<T>>;
}

export function loadRooms(after?: string): Promise<Asked<MyRoomsPage>> {
  return call("GET", "/api/rooms", { params: { query: after ? { after } : {} } });
}

export function loadRoom(room: number): Promise<Asked<Room>> {
  return call("GET", "/api/rooms/{room}", { params: { path: { room } } });
}

export function loadViews(room: number, after?: string): Promise<Asked<ListPage<RoomView>>> {
  return call("GET", "/api/rooms/{room}/views", {
    params: { path: { room }, query: after ? { after } : {} },
  });
}

export function loadViewCounts(room: number, from: string, to: string): Promise<Asked<ViewCounts>> {
  return call("GET", "/api/rooms/{room}/view-counts", { params: { path: { room }, query: { from, to } } });
}

export interface DirectoryQuery {
  query?: string;
  profession?: Profession;
  organization_id?: number;
  after?: string;
  limit?: number;
}

export function searchDirectory(query: DirectoryQuery): Promise<Asked<ListPage<DirectoryPerson>>> {
  return call("GET", "/api/directory", { params: { query } });
}

export interface Draft {
  content: SupportRoomInput | null;
  updated_at: string | null;
}

const DRAFT = "/api/support-room-applications/draft";

export function loadDraft(): Promise<Asked<Draft>> {
  return call("GET", DRAFT);
}

export function saveDraft(body: SupportRoomInput): Promise<Asked<unknown>> {
  // A phone that leaves the page still sends it.
  return call("PUT", DRAFT, { body, keepalive: true });
}

export function discardDraft(): Promise<Asked<unknown>> {
  return call("DELETE", DRAFT);
}

export function loadFiled(after?: string): Promise<Asked<ListPage<FiledSupport>>> {
  return call("GET", "/api/support-room-applications", { params: { query: after ? { after } : {} } });
}

export type SupportApplication =
  | (SupportFollowUp<SupportRoomInput> & { form: 7 })
  | (SupportFollowUp<CareTeamNoticeInput> & { form: 8 });

/** The resource of each form; the first digit of a receipt number is the number of its form. */
function resourceOf(receipt: string): string {
  return receipt.startsWith("8-") ? "/api/care-team-notices" : "/api/support-room-applications";
}

export function loadSupportApplication(receipt: string): Promise<Asked<SupportApplication>> {
  return call("GET", `${resourceOf(receipt)}/{receipt}/follow-up`, { params: { path: { receipt } } });
}

export function fileSupportRoom(
  body: SupportRoomInput,
  headers: HeadersInit,
): Promise<Asked<SupportReceipt>> {
  return call("POST", "/api/support-room-applications", { body, headers });
}

export function fileTeamChange(
  body: CareTeamNoticeInput,
  headers: HeadersInit,
): Promise<Asked<SupportReceipt>> {
  return call("POST", "/api/care-team-notices", { body, headers });
}

export function correctSupportApplication(
  receipt: string,
  body: SupportRoomInput | CareTeamNoticeInput,
  headers: HeadersInit,
): Promise<Asked<unknown>> {
  return call("POST", `${resourceOf(receipt)}/{receipt}/correction`, {
    params: { path: { receipt } },
    body,
    headers,
  });
}

export function withdrawSupportApplication(receipt: string, headers: HeadersInit): Promise<Asked<unknown>> {
  return call("POST", `${resourceOf(receipt)}/{receipt}/withdrawal`, {
    params: { path: { receipt } },
    body: {},
    headers,
  });
}
