import { FORMS, type Form } from "../../api/forms";
import { formName } from "../../city/words";
import { wareki } from "../../dates/wareki";

export const TABS = [
  { value: "open", label: "受付" },
  { value: "returned", label: "申請者の対応待ち" },
  { value: "accepted", label: "受理済み" },
  { value: "closed", label: "終了" },
  { value: "all", label: "すべて" },
] as const;
export type Tab = (typeof TABS)[number]["value"];

/** What the clerk looks at; it lives in the address, so that a reload, a link and the back button keep it. */
export interface Filters {
  tab: Tab;
  form: Form | null;
  late: boolean;
  dueBy: string;
  organizationId: number | null;
  /** "me", "none", the number of a clerk, or "" for everybody's. */
  assigned: string;
  search: string;
}

export const NO_FILTERS: Filters = {
  tab: "open",
  form: null,
  late: false,
  dueBy: "",
  organizationId: null,
  assigned: "",
  search: "",
};

/** Reads the address; what makes no sense there is as if it were not there. */
export function filtersIn(query: Record<string, string>): Filters {
  const organizationId = Number(query.organization_id);
  return {
    tab: TABS.find((tab) => tab.value === query.tab)?.value ?? "open",
    form: FORMS.find((form) => String(form) === query.form) ?? null,
    late: query.late === "true",
    dueBy: /^\d{4}-\d{2}-\d{2}$/.test(query.due_by ?? "") ? (query.due_by ?? "") : "",
    organizationId: Number.isSafeInteger(organizationId) && organizationId > 0 ? organizationId : null,
    assigned: /^(me|none|[1-9]\d{0,15})$/.test(query.assigned ?? "") ? (query.assigned ?? "") : "",
    search: query.query?.trim() ?? "",
  };
}

export function addressOf(filters: Filters): string {
  const parameters = new URLSearchParams();
  if (filters.tab !== "open") parameters.set("tab", filters.tab);
  for (const [name, value] of Object.entries(questionOf(filters))) {
    if (name !== "tab") parameters.set(name, String(value));
  }
  return parameters.size > 0 ? `/desk?${parameters}` : "/desk";
}

/** The same as the API asks for it. */
export function questionOf(filters: Filters) {
  return {
    tab: filters.tab,
    ...(filters.form ? { form: filters.form } : {}),
    ...(filters.late ? { late: true } : {}),
    ...(filters.dueBy ? { due_by: filters.dueBy } : {}),
    ...(filters.organizationId ? { organization_id: filters.organizationId } : {}),
    ...(filters.assigned ? { assigned: filters.assigned } : {}),
    ...(filters.search ? { query: filters.search } : {}),
  };
}

export interface ActiveFilter {
  label: string;
  without: Filters;
}

/** Each filter in words, with the address that leaves it out. The tab is no filter: it is always one of five. */
export function activeFilters(
  filters: Filters,
  names: { organization: string; clerk: string },
): ActiveFilter[] {
  const active: ActiveFilter[] = [];
  const add = (label: string, without: Partial<Filters>) =>
    active.push({ label, without: { ...filters, ...without } });
  if (filters.search) add(`「${filters.search}」`, { search: "" });
  if (filters.form) add(formName(filters.form), { form: null });
  if (filters.late) add("期限超過", { late: false });
  if (filters.dueBy) add(`期限が${wareki(filters.dueBy)}まで`, { dueBy: "" });
  if (filters.organizationId) add(`団体: ${names.organization}`, { organizationId: null });
  if (filters.assigned) add(`担当: ${names.clerk}`, { assigned: "" });
  return active;
}
