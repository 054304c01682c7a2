import type { paths } from "./schema";

// Taken from the paths, not from the names of the schemas: those are the server's own choice.
type Json<T> = T extends { content: { "application/json": infer Body } } ? Body : never;
export type Answer<
  Path extends keyof paths,
  Method extends keyof paths[Path],
  Status extends number,
> = paths[Path][Method] extends { responses: infer Responses }
  ? Status extends keyof Responses
    ? Json<Responses[Status]>
    : never
  : never;
export type Input<Path extends keyof paths, Method extends keyof paths[Path]> = paths[Path][Method] extends {
  requestBody: infer Body;
}
  ? Json<Body>
  : never;

export type Me = Answer<"/api/me", "get", 200>;
export type Profession = Me["profession"];
export type OrganizationKind = Me["organization"]["kind"];
export type Device = Answer<"/api/me/devices", "get", 200>["items"][number];
export type DeviceKind = Device["kind"];

export type MySession = Answer<"/api/me/sessions", "get", 200>["items"][number];

export type FirstLoginCheck = Answer<"/api/session/first-login/check", "post", 200>;
export type PublicKey = Input<"/api/session/first-login", "post">["public_key"];

export type SetupInput = Input<"/api/setup", "post">;
export type SetupDone = Answer<"/api/setup", "post", 201>;
export type Person = SetupInput["person"];

export type ApplicationSummary = Answer<"/api/desk/applications", "get", 200>["items"][number];
export type ApplicationStatus = ApplicationSummary["status"];
export type Channel = ApplicationSummary["channel"];
export type AccountApplication = Answer<"/api/account-applications/{receipt}", "get", 200>;
export type OrganizationChange = Answer<"/api/organization-changes/{receipt}", "get", 200>;
export type AccountStop = Answer<"/api/account-stops/{receipt}", "get", 200>;
export type AccountState = AccountApplication["accounts"][number]["state"];
export type StopReason = AccountStop["content"]["people"][number]["reason"];
export type DecisionInput = Input<"/api/account-applications/{receipt}/decision", "post">;

export type SupportRoomApplication = Answer<"/api/support-room-applications/{receipt}", "get", 200>;
export type MemberInput = NonNullable<SupportRoomApplication["content"]["team"]>["members"][number];
export type NamedPerson = SupportRoomApplication["members"][number];
export type SimilarRegistrant = SupportRoomApplication["similar"][number];
export type OriginalInput = Input<"/api/support-room-applications/{receipt}/original", "put">;

export type RegistrantSummary = Answer<"/api/registrants", "get", 200>["items"][number];
export type RoomState = RegistrantSummary["room_state"];
export type Registrant = Answer<"/api/registrants/{registrant}", "get", 200>;
export type Consent = Registrant["consents"][number];
export type RegistrantRoom = Registrant["rooms"][number];
export type TeamMember = RegistrantRoom["team"][number];
export type AwaitingPerson = RegistrantRoom["awaiting"][number];

export type RoomApplication = Answer<"/api/room-applications/{receipt}", "get", 200>;
export type RoomCheckLine = RoomApplication["checks"][number];
export type RoomCheck = RoomCheckLine["check"];
export type AskedPerson = RoomApplication["people"][number];
export type MembershipApplication = Answer<"/api/membership-applications/{receipt}", "get", 200>;
export type AskedMember = MembershipApplication["people"][number];
export type MembershipChange = MembershipApplication["content"]["change"];
export type RoomClosure = Answer<"/api/room-closures/{receipt}", "get", 200>;
export type RegisterRoom = Answer<"/api/room-register", "get", 200>["items"][number];
export type RegisteredRoom = Answer<"/api/room-register/{room}", "get", 200>;
export type RoomVisibility = RegisterRoom["visibility"];
export type Participant = Answer<"/api/room-register/{room}/members", "get", 200>["items"][number];
export type RoomDetailsInput = Input<"/api/room-register/{room}", "put">;
export type RoomTheme = Answer<"/api/room-themes", "get", 200>["items"][number];
export type ListedRoom = Answer<"/api/collaboration-rooms", "get", 200>["items"][number];
export type FiledRoomRequest = Answer<"/api/room-applications", "get", 200>["items"][number];

/** Where an application stands, for whoever filed it; whatever the form. */
export type FollowUp = Omit<
  Answer<"/api/room-closures/{receipt}/follow-up", "get", 200>,
  "content" | "content_deleted"
>;
export type FollowUpEntry = FollowUp["history"][number];

export type DeskSummary = Answer<"/api/desk/summary", "get", 200>;
export type Clerk = Answer<"/api/desk/clerks", "get", 200>["items"][number];
export type FoundOrganization = Answer<"/api/organizations", "get", 200>["items"][number];

export type Notice = Answer<"/api/notices", "get", 200>["items"][number];
export type IssuedNotice = Answer<"/api/notices/issue", "post", 200>["items"][number];

export type OpenDayException = Answer<"/api/open-day-exceptions", "get", 200>["items"][number];

export type Organization = Answer<"/api/organizations/{id}", "get", 200>;
export type OrganizationPerson = Answer<"/api/organizations/{id}/people", "get", 200>["items"][number];
export type OrganizationApplication = Answer<
  "/api/organizations/{id}/applications",
  "get",
  200
>["items"][number];
export type OrganizationDevice = Answer<"/api/devices", "get", 200>["items"][number];
export type RevocationReason = Input<"/api/devices/{id}/revocation", "post">["reason"];

export type EmergencyCode = Answer<"/api/emergency-codes", "get", 200>["items"][number];
export type EmergencyCodeInput = Input<"/api/emergency-codes", "post">;
export type ShownCode = Answer<"/api/emergency-codes/{id}/confirmation", "post", 200>;

export type Setting = Answer<"/api/settings", "get", 200>["items"][number];
export type AuditEvent = Answer<"/api/audit/events", "get", 200>["items"][number];
export type Verification = Answer<"/api/audit/verification", "get", 200>;

export type CareTeamNotice = Answer<"/api/care-team-notices/{receipt}", "get", 200>;
export type ChangeInput = CareTeamNotice["content"]["changes"][number];
export type CareTeamAlerts = Answer<"/api/care-team-alerts", "get", 200>;
export type StopAlert = CareTeamAlerts["stops"][number];

export type ClosureInput = Input<"/api/rooms/{room}/closure", "post">;
export type RoomToDelete = Answer<"/api/rooms-to-delete", "get", 200>["items"][number];
export type DeletionRecord = Answer<"/api/deletion-records", "get", 200>["items"][number];

export type SupportRoomUsage = Answer<"/api/usage/support-rooms", "get", 200>;
export type Cell = SupportRoomUsage["open_rooms"];
export type UsageActivity = Answer<"/api/usage/activity", "get", 200>;
export type FirstLoginUsage = Answer<"/api/usage/first-logins", "get", 200>;
export type NotificationUsage = Answer<"/api/usage/notifications", "get", 200>;
export type RoomUsage = Answer<"/api/usage/rooms", "get", 200>;

export type RegistrantViews = Answer<"/api/registrants/view-counts", "get", 200>["items"][number];
export type View = Answer<"/api/registrants/{registrant}/views", "get", 200>["items"][number];
export type ViewCounts = Answer<"/api/registrants/{registrant}/view-counts", "get", 200>;

export type TagList = Answer<"/api/tags", "get", 200>;
export type Tag = TagList["items"][number];
export type Wish = Answer<"/api/tag-wishes", "get", 200>["items"][number];
export type WishGroup = Answer<"/api/tag-wishes/groups", "get", 200>["items"][number];
export type WishInput = Input<"/api/tag-wishes", "post">;
export type AnswerInput = Input<"/api/tag-wishes/answer", "post">;
export type MailedForm = Answer<"/api/mailed-forms/{receipt}", "get", 200>;
export type ConsentScan = SupportRoomApplication["scans"][number];
