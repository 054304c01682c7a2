// Provisional: what the server will answer, until its own description has it. Deleted when schema.ts knows these paths.
import type { paths as known } from "./planned-member";
import type { components } from "./schema";

type Schemas = components["schemas"];
type Key = { "Idempotency-Key"?: string | null };
interface Parameters<Path = never, Query = never> {
  query?: Query;
  header?: Key;
  path: Path;
  cookie?: never;
}
interface WithoutPath<Query = never> {
  query?: Query;
  header?: Key;
  path?: never;
  cookie?: never;
}
interface Body<Content> {
  content: { "application/json": Content };
}
interface Answered<Content> extends Body<Content> {
  headers: Record<string, unknown>;
}
interface Page<Item> {
  items: Item[];
  next: string | null;
}
type Receipt = Parameters<{ receipt: string }>;

type Summary = Schemas["ApplicationSummary"] & {
  desk: Schemas["Desk"];
  wrong_desk: boolean;
  organization_id: number | null;
  assigned_to: { user_id: number; name: string } | null;
};
type HistoryEntry = Schemas["HistoryEntry"] & { internal: boolean };
interface Excluded {
  person: number;
  note: string;
}
type Detail<Content, Account> = Summary & {
  content: Content;
  warnings: Schemas["Warning"][];
  history: HistoryEntry[];
  accounts: Account[];
  excluded: Excluded[];
};
interface DecisionInput {
  decision: "accept" | "return" | "reject" | "redirect";
  note?: string;
  version: number;
  excluded?: Excluded[];
}
interface ChangeContent {
  organization_id: number | null;
  applicant: Schemas["ApplicantInput"];
  changes: {
    name?: string | null;
    kind?: Schemas["OrganizationKind"] | null;
    postal_code?: string | null;
    address?: string | null;
    phone?: string | null;
  };
  new_manager?: Schemas["ApplicantInput"] | null;
  devices: { login_id: string; name: string; asset_number: string; kind: Schemas["DeviceKind"] }[];
  pledge: boolean;
}
interface StopContent {
  organization_id: number | null;
  applicant: Schemas["ApplicantInput"];
  people: {
    login_id: string;
    name: string;
    reason: "retired" | "transferred" | "no_longer_needed" | "other";
    last_day?: string | null;
  }[];
}
type IssuedAccount = Omit<Schemas["IssuedAccount"], "state"> & {
  state: Schemas["AccountState"] | "stopped";
};
interface StoppedAccount {
  user_id: number;
  name: string;
  login_id: string;
  stopped_at: string;
}
interface ApplicationPaths<DetailOfForm> {
  detail: { get: { parameters: Receipt; responses: { 200: Answered<DetailOfForm> } } };
  decision: {
    post: {
      parameters: Receipt;
      requestBody: Body<DecisionInput>;
      responses: { 200: Answered<DetailOfForm> };
    };
  };
}
type Form4 = ApplicationPaths<Detail<Schemas["AccountApplicationInput"], IssuedAccount>>;
type Form5 = ApplicationPaths<Detail<ChangeContent, IssuedAccount>>;
type Form6 = ApplicationPaths<Detail<StopContent, StoppedAccount>>;

type Notice = Schemas["Notice"] & {
  confirmed_at: string | null;
  objection: string | null;
  objected_at: string | null;
  answer: string | null;
  answered_at: string | null;
};
interface EmergencyCode {
  id: number;
  user_name: string;
  organization_name: string;
  login_id: string;
  reason: string;
  asset_number: string;
  kind: Schemas["DeviceKind"];
  requested_by_name: string;
  requested_at: string;
  state: "waiting" | "confirmed" | "refused" | "expired";
  decided_by_name: string | null;
  decided_at: string | null;
}
interface Setting {
  name: string;
  value: string;
  label: string;
  unit: string;
  kind: "number" | "day";
  min: string;
  max: string;
  rule: string;
}
interface AuditFilter {
  actor?: string;
  action?: string;
  subject?: string;
  from?: string;
  to?: string;
}
interface AuditEvent {
  sequence: number;
  at: string;
  actor: string;
  actor_name: string | null;
  action: string;
  subject: string;
  detail: Record<string, unknown>;
}
interface After {
  after?: string;
  limit?: number;
}

interface Planned {
  "/api/desk/applications": {
    get: {
      parameters: WithoutPath<
        After & {
          tab?: "open" | "returned" | "accepted" | "closed" | "all";
          form?: number;
          late?: boolean;
          organization_id?: number;
          assigned?: string;
          due_by?: string;
          query?: string;
        }
      >;
      responses: { 200: Answered<Page<Summary>> };
    };
  };
  "/api/desk/summary": {
    get: {
      parameters: WithoutPath;
      responses: {
        200: Answered<{
          open: number;
          late: number;
          due_today: number;
          unassigned: number;
          mine: number;
          returned: number;
          notices_to_print: number;
          notices_to_post: number;
          objections: number;
        }>;
      };
    };
  };
  "/api/desk/clerks": {
    get: { parameters: WithoutPath; responses: { 200: Answered<Page<{ user_id: number; name: string }>> } };
  };
  "/api/desk/applications/{receipt}/assignment": {
    put: {
      parameters: Receipt;
      requestBody: Body<{ user_id: number | null }>;
      responses: { 200: Answered<Summary> };
    };
  };
  "/api/desk/applications/{receipt}/notes": {
    post: {
      parameters: Receipt;
      requestBody: Body<{ note: string }>;
      responses: { 201: Answered<{ at: string; note: string }> };
    };
  };
  "/api/account-applications/{receipt}": Form4["detail"];
  "/api/account-applications/{receipt}/decision": Form4["decision"];
  "/api/organization-changes/{receipt}": Form5["detail"];
  "/api/organization-changes/{receipt}/decision": Form5["decision"];
  "/api/account-stops/{receipt}": Form6["detail"];
  "/api/account-stops/{receipt}/decision": Form6["decision"];
  "/api/notices": {
    get: {
      parameters: WithoutPath<After & { state?: "to_print" | "to_post" | "posted" | "objected" }>;
      responses: { 200: Answered<Page<Notice>> };
    };
  };
  "/api/notices/posted": {
    post: {
      parameters: WithoutPath;
      requestBody: Body<{ notice_ids: number[] }>;
      responses: { 200: Answered<{ items: Notice[] }> };
    };
  };
  "/api/notices/{id}/answer": {
    post: {
      parameters: Parameters<{ id: number }>;
      requestBody: Body<{ answer: string }>;
      responses: { 200: Answered<Notice> };
    };
  };
  "/api/emergency-codes": {
    get: { parameters: WithoutPath<After>; responses: { 200: Answered<Page<EmergencyCode>> } };
    post: {
      parameters: WithoutPath;
      requestBody: Body<{
        login_id: string;
        reason: string;
        asset_number: string;
        kind: Schemas["DeviceKind"];
      }>;
      responses: { 201: Answered<EmergencyCode> };
    };
  };
  "/api/emergency-codes/{id}/confirmation": {
    post: {
      parameters: Parameters<{ id: number }>;
      requestBody: Body<Record<string, never>>;
      responses: {
        200: Answered<{
          code: string;
          login_id: string;
          user_name: string;
          expires_at: string;
          first_login_url: string;
        }>;
      };
    };
  };
  "/api/emergency-codes/{id}/refusal": {
    post: {
      parameters: Parameters<{ id: number }>;
      requestBody: Body<Record<string, never>>;
      responses: { 200: Answered<EmergencyCode> };
    };
  };
  "/api/settings": { get: { parameters: WithoutPath; responses: { 200: Answered<Page<Setting>> } } };
  "/api/settings/{name}": {
    put: {
      parameters: Parameters<{ name: string }>;
      requestBody: Body<{ value: string }>;
      responses: { 200: Answered<Setting> };
    };
  };
  "/api/audit/events": {
    get: { parameters: WithoutPath<After & AuditFilter>; responses: { 200: Answered<Page<AuditEvent>> } };
  };
  "/api/audit/export": {
    get: {
      parameters: WithoutPath<AuditFilter>;
      responses: { 200: { headers: Record<string, unknown>; content: { "text/csv": string } } };
    };
  };
}

export type paths = Omit<known, keyof Planned> & Planned;
