/** What is looked for in the trail; it lives in the address. */
export interface AuditFilters {
  actor: string;
  action: string;
  subject: string;
  from: string;
  to: string;
}

export const NO_AUDIT_FILTERS: AuditFilters = { actor: "", action: "", subject: "", from: "", to: "" };
const NAMES = Object.keys(NO_AUDIT_FILTERS) as (keyof AuditFilters)[];

export function auditFiltersIn(query: Record<string, string>): AuditFilters {
  const filters = { ...NO_AUDIT_FILTERS };
  for (const name of NAMES) filters[name] = query[name]?.trim() ?? "";
  return filters;
}

/** Without what is empty, as the API takes it. */
export function auditQuestion(filters: AuditFilters): Partial<AuditFilters> {
  return Object.fromEntries(NAMES.filter((name) => filters[name]).map((name) => [name, filters[name]]));
}

export function auditAddress(filters: AuditFilters): string {
  const parameters = new URLSearchParams(auditQuestion(filters) as Record<string, string>);
  return parameters.size > 0 ? `/desk/audit?${parameters}` : "/desk/audit";
}
