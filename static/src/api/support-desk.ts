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
import type { AccountApplication, ApplicationStatus, Profession } from "./types";

// Written by hand until the server describes these; then taken from the schema like the others.
export interface SupportPerson {
  name: string;
  kana: string;
  profession: Profession;
  organization_name: string;
}
export interface TeamMember extends SupportPerson {
  user_id: number;
  since: string;
  until: string | null;
}
export interface Candidate {
  user_id: number;
  name: string;
  organization_name: string;
}
export interface RegistrantData {
  name: string;
  kana: string;
  birth_date: string;
  postal_code: string;
  address: string;
  phone: string;
}
export interface ConsentInput {
  signed_by: SignedBy;
  representative_name: string;
  representative_relation: RepresentativeRelation | "";
  signed_on: string;
  scan_agreed_on: string;
}
export interface MemberInput {
  user_id: number | null;
  name: string;
  kana: string;
  profession: Profession;
  organization_name: string;
}
export interface SupportRoomInput {
  organization_id: number | null;
  applicant: { name: string; kana: string; phone: string; email: string };
  registrant: RegistrantData;
  consent: ConsentInput | null;
  team: { members: MemberInput[] } | null;
}
export interface ChangeInput extends MemberInput {
  change: "add" | "remove";
  on: string;
}
export interface CareTeamNoticeInput {
  organization_id: number | null;
  applicant: { name: string; kana: string; phone: string; email: string };
  room_id: number | null;
  changes: ChangeInput[];
  reason: string;
}
type Detail<Content, Outcome> = Omit<AccountApplication, "content" | "accounts" | "status"> & {
  status: ApplicationStatus;
  content: Content;
  accounts: Outcome[];
};
export interface NamedPerson {
  at: number;
  user_id: number | null;
  known: boolean;
  candidates: Candidate[];
}
export interface SimilarRegistrant {
  registrant_id: number;
  name: string;
  kana: string;
  birth_date: string;
  address: string;
  room_id: number | null;
  room_open: boolean;
  how: "same_kana" | "similar_kana";
}
export type SupportRoomApplication = Detail<
  SupportRoomInput,
  { room_id: number; registrant_id: number; name: string }
> & {
  missing: Missing[];
  original: { received_by: OriginalReceivedBy; received_on: string } | null;
  identity: { decided: boolean; registrant_id: number | null };
  similar: SimilarRegistrant[];
  members: NamedPerson[];
};
export type CareTeamNotice = Detail<
  CareTeamNoticeInput,
  { user_id: number | null; name: string; change: "add" | "remove"; on: string }
> & {
  room: { room_id: number; registrant_id: number; registrant_name: string };
  members: NamedPerson[];
};

export type RoomState = "open" | "closed" | "none";
export interface RegistrantSummary {
  registrant_id: number;
  name: string;
  kana: string;
  birth_date: string;
  room_id: number | null;
  room_state: RoomState;
  members: number;
  awaiting: number;
  without_clinician_from: string | null;
}
export interface Consent {
  consent_id: number;
  signed_by: SignedBy;
  representative_name: string | null;
  representative_relation: RepresentativeRelation | null;
  signed_on: string;
  scan_agreed_on: string | null;
  original_received_by: OriginalReceivedBy;
  original_received_on: string;
  withdrawn_at: string | null;
  receipt_number: string;
}
export interface AwaitingPerson extends SupportPerson {
  awaiting_id: number;
  candidates: Candidate[];
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
export interface RegistrantRoom {
  room_id: number;
  opened_at: string;
  closed_at: string | null;
  closed_reason: ClosingReason | null;
  closed_note: string | null;
  retain_until: string | null;
  deletion_requested_at: string | null;
  deletion_requested_by: string | null;
  content_deleted_at: string | null;
  without_clinician_from: string | null;
  team: TeamMember[];
  planned: TeamMember[];
  past: TeamMember[];
  awaiting: AwaitingPerson[];
  events: RoomEvent[];
  applications: { receipt_number: string; form: number; status: ApplicationStatus; received_at: string }[];
  broken_glass: { user_id: number; user_name: string; reason: string; at: string; until: string }[];
}
export interface Registrant extends RegistrantData {
  registrant_id: number;
  consents: Consent[];
  rooms: RegistrantRoom[];
}
export interface View {
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
export interface RegistrantViews {
  registrant_id: number;
  name: string;
  views: number;
  people: number;
}
export interface RoomToDelete {
  room_id: number;
  registrant_id: number;
  registrant_name: string;
  closed_at: string;
  closed_reason: ClosingReason;
  retain_until: string;
  deletion_requested_at: string | null;
  deletion_requested_by: string | null;
  by_me: boolean;
}
export interface DeletionRecord {
  id: number;
  room_id: number;
  registrant_id: number;
  requested_by: string;
  confirmed_by: string;
  at: string;
  counts: Record<string, number>;
}
interface RoomName {
  room_id: number;
  registrant_id: number;
  registrant_name: string;
}
export interface StopAlert {
  receipt_number: string;
  user_id: number;
  user_name: string;
  profession: Profession;
  organization_name: string;
  filed_at: string;
  last_day: string | null;
  rooms: (RoomName & { last_clinician: boolean })[];
}
export interface CareTeamAlerts {
  stops: StopAlert[];
  without_clinician: (RoomName & { from: string })[];
}
export interface Cell {
  value: number | null;
  hidden: boolean;
}
export interface SupportRoomUsage {
  open_rooms: Cell;
  closed_rooms: Cell;
  registrants: Cell;
  members_by_profession: { profession: Profession; people: Cell }[];
  rooms_by_team_size: { size: "1-3" | "4-6" | "7-9" | "10+"; rooms: Cell }[];
  opened_by_month: { month: string; rooms: Cell }[];
}

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
