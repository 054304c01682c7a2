// Provisional: what the server will answer, until its own description has it. Deleted when schema.ts knows these paths.
import type { components, paths as known } from "./schema";

type Schemas = components["schemas"];
interface Parameters<Path = never, Query = never> {
  query?: Query;
  header?: { "Idempotency-Key"?: string | null };
  path: Path;
  cookie?: never;
}
interface WithoutPath<Query = never> {
  query?: Query;
  header?: { "Idempotency-Key"?: string | null };
  path?: never;
  cookie?: never;
}
interface Body<Content> {
  content: { "application/json": Content };
}
interface Answered<Content> extends Body<Content> {
  headers: Record<string, unknown>;
}
interface Empty {
  headers: Record<string, unknown>;
  content?: never;
}
interface Page<Item> {
  items: Item[];
  next: string | null;
}
interface After {
  after?: string;
  limit?: number;
}

interface ManagedDevice {
  id: number;
  asset_number: string;
  kind: Schemas["DeviceKind"];
  label: string | null;
}
type DeviceStatus = "awaiting" | "active" | "revoked" | "expired";
interface MyDevice extends ManagedDevice {
  status: DeviceStatus;
  registered_at: string | null;
  valid_until: string | null;
  this_device: boolean;
}
interface OrganizationDevice extends MyDevice {
  user_id: number;
  user_name: string;
  revoked_at: string | null;
}
interface MySession {
  id: string;
  device: ManagedDevice;
  signed_in_at: string;
  expires_at: string;
  locked: boolean;
  this_session: boolean;
}
interface Organization {
  id: number;
  name: string;
  kind: Schemas["OrganizationKind"];
  postal_code: string;
  address: string;
  phone: string;
  managers: {
    name: string;
    kana: string;
    email: string;
    phone: string;
    user_id: number | null;
    since: string;
  }[];
}
interface OrganizationApplication {
  receipt_number: string;
  form: number;
  kind: string;
  status: Schemas["Status"];
  status_text: string;
  applicant_name: string;
  people_count: number;
  received_at: string;
  updated_at: string;
  due_on: string | null;
  can_correct: boolean;
  can_withdraw: boolean;
}
interface OrganizationPerson {
  user_id: number;
  name: string;
  kana: string;
  profession: Schemas["Profession"];
  login_id: string;
  email: string;
  is_manager: boolean;
  state: "to_print" | "printed" | "posted" | "first_login_done" | "stopped";
  overdue: boolean;
  notice_id: number | null;
  posted_at: string | null;
  first_login_at: string | null;
  stopped_at: string | null;
  confirmation: "none" | "confirmed" | "objected" | "answered";
  objection: string | null;
  answer: string | null;
  devices: number;
}

interface Planned {
  "/api/session/lock": {
    post: {
      parameters: WithoutPath;
      requestBody?: Body<Record<string, never>>;
      responses: { 204: Empty; 401: Answered<Schemas["Problem"]> };
    };
  };
  "/api/session/unlock": {
    post: {
      parameters: WithoutPath;
      requestBody: Body<{ password: string }>;
      responses: { 200: Answered<{ me: Schemas["Me"] }>; 401: Answered<Schemas["Problem"]> };
    };
  };
  "/api/me/devices": { get: { parameters: WithoutPath; responses: { 200: Answered<Page<MyDevice>> } } };
  "/api/me/sessions": { get: { parameters: WithoutPath; responses: { 200: Answered<Page<MySession>> } } };
  "/api/me/sessions/{id}": { delete: { parameters: Parameters<{ id: string }>; responses: { 204: Empty } } };
  "/api/me/password": {
    put: {
      parameters: WithoutPath;
      requestBody: Body<{ current_password: string; new_password: string }>;
      responses: { 204: Empty; 422: Answered<Schemas["Problem"]> };
    };
  };
  "/api/devices": {
    get: {
      parameters: WithoutPath<After & { organization_id?: number }>;
      responses: { 200: Answered<Page<OrganizationDevice>> };
    };
  };
  "/api/devices/{id}": {
    put: {
      parameters: Parameters<{ id: number }>;
      requestBody: Body<{ label: string }>;
      responses: { 200: Answered<OrganizationDevice> };
    };
  };
  "/api/devices/{id}/revocation": {
    post: {
      parameters: Parameters<{ id: number }>;
      requestBody: Body<{ reason: "lost" | "replaced" | "retired" }>;
      responses: { 200: Answered<OrganizationDevice> };
    };
  };
  "/api/organizations/{id}": {
    get: { parameters: Parameters<{ id: number }>; responses: { 200: Answered<Organization> } };
  };
  "/api/organizations/{id}/applications": {
    get: {
      parameters: Parameters<{ id: number }, After>;
      responses: { 200: Answered<Page<OrganizationApplication>> };
    };
  };
  "/api/organizations/{id}/people": {
    get: {
      parameters: Parameters<{ id: number }, After & { query?: string }>;
      responses: { 200: Answered<Page<OrganizationPerson>> };
    };
  };
  "/api/organizations/{id}/people/{user_id}/confirmation": {
    post: {
      parameters: Parameters<{ id: number; user_id: number }>;
      requestBody: Body<{ notice_id: number; confirmed: boolean; note?: string }>;
      responses: { 200: Answered<OrganizationPerson> };
    };
  };
}

export type paths = Omit<known, keyof Planned> & Planned;
