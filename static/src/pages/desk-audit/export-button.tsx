import { api, ask } from "../../api/client";
import { SaveTable } from "../../interface/save-table";
import { type AuditFilters, auditQuestion } from "./audit-filters";

/** The CSV of what is shown. */
export function ExportButton({ filters }: { filters: AuditFilters }) {
  const load = () =>
    ask(() => api.GET("/api/audit/export", { params: { query: auditQuestion(filters) }, parseAs: "blob" }));
  return (
    <SaveTable fileName="tasuki-kiroku" load={load}>
      この条件の記録をCSVで保存する
    </SaveTable>
  );
}
