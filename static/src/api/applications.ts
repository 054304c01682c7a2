import { type Asked, api, ask } from "./client";
import { formOf } from "./forms";
import { decideRoomApplication, loadRoomApplication } from "./room-desk";
import { decideSupportApplication, loadSupportApplication } from "./support-desk";
import type {
  AccountApplication,
  AccountStop,
  CareTeamNotice,
  DecisionInput,
  MailedForm,
  MembershipApplication,
  OrganizationChange,
  RoomApplication,
  RoomClosure,
  SupportRoomApplication,
} from "./types";

/** An application with its form as the tag by which TypeScript tells the contents apart. */
export type Application =
  | (RoomApplication & { form: 1 })
  | (MembershipApplication & { form: 2 })
  | (RoomClosure & { form: 3 })
  | (AccountApplication & { form: 4 })
  | (OrganizationChange & { form: 5 })
  | (AccountStop & { form: 6 })
  | (SupportRoomApplication & { form: 7 })
  | (CareTeamNotice & { form: 8 })
  | (MailedForm & { form: 9 });

const UNKNOWN_FORM = {
  status: 404,
  code: "not_found",
  title: "この受付番号の申請はありません。",
  detail: "受付番号を確かめてください。",
  rule: null,
  errors: [],
  retryAfterSeconds: null,
};

// Each kind of application has its own resource; the answer's form is the one asked for.
export async function loadApplication(receipt: string): Promise<Asked<Application>> {
  const init = { params: { path: { receipt } } };
  const form = formOf(receipt);
  switch (form) {
    case 1:
    case 2:
    case 3:
      return loadRoomApplication(form, receipt) as Promise<Asked<Application>>;
    case 4:
      return ask(() => api.GET("/api/account-applications/{receipt}", init)) as Promise<Asked<Application>>;
    case 5:
      return ask(() => api.GET("/api/organization-changes/{receipt}", init)) as Promise<Asked<Application>>;
    case 6:
      return ask(() => api.GET("/api/account-stops/{receipt}", init)) as Promise<Asked<Application>>;
    case 7:
    case 8:
      return loadSupportApplication(form, receipt) as Promise<Asked<Application>>;
    case 9:
      return ask(() => api.GET("/api/mailed-forms/{receipt}", init)) as Promise<Asked<Application>>;
    default:
      return { problem: UNKNOWN_FORM };
  }
}

export async function decideApplication(
  receipt: string,
  body: DecisionInput,
  headers: HeadersInit,
): Promise<Asked<Application>> {
  const init = { params: { path: { receipt } }, body, headers };
  const form = formOf(receipt);
  switch (form) {
    case 1:
    case 2:
    case 3:
      return decideRoomApplication(form, receipt, body, headers) as Promise<Asked<Application>>;
    case 4:
      return ask(() => api.POST("/api/account-applications/{receipt}/decision", init)) as Promise<
        Asked<Application>
      >;
    case 5:
      return ask(() => api.POST("/api/organization-changes/{receipt}/decision", init)) as Promise<
        Asked<Application>
      >;
    case 6:
      return ask(() => api.POST("/api/account-stops/{receipt}/decision", init)) as Promise<
        Asked<Application>
      >;
    case 7:
    case 8:
      return decideSupportApplication(form, receipt, body, headers) as Promise<Asked<Application>>;
    case 9:
      return ask(() => api.POST("/api/mailed-forms/{receipt}/decision", init)) as Promise<Asked<Application>>;
    default:
      return { problem: UNKNOWN_FORM };
  }
}
