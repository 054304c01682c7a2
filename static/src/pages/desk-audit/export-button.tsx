import { useState } from "preact/hooks";
import { api, ask } from "../../api/client";
import type { Problem } from "../../api/problem";
import { useSending } from "../../api/use-sending";
import { japanDay } from "../../dates/wareki";
import { Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { useFreshSignIn } from "../../session/fresh-sign-in";
import { type AuditFilters, auditQuestion } from "./audit-filters";

/** The CSV of what is shown. Fetched rather than linked, so that a refusal is told here and not as a page of JSON. */
export function ExportButton({ filters }: { filters: AuditFilters }) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [message, setMessage] = useState("");
  const [sending, send] = useSending();
  const freshly = useFreshSignIn();

  const save = () =>
    send(async () => {
      setMessage("");
      const { data, problem } = await freshly(() =>
        ask(() =>
          api.GET("/api/audit/export", { params: { query: auditQuestion(filters) }, parseAs: "blob" }),
        ),
      );
      setProblem(problem ?? null);
      if (!data) return;
      saveAs(data as unknown as Blob, `tasuki-kiroku-${japanDay(new Date())}.csv`);
      setMessage("CSVファイルを保存しました。");
    });

  return (
    <div class="stack">
      <Refusal problem={problem} />
      <div class="row">
        <Button sending={sending} onClick={() => void save()}>
          この条件の記録をCSVで保存する
        </Button>
        <p role="status" class="status-line hint">
          {message}
        </p>
      </div>
    </div>
  );
}

function saveAs(file: Blob, name: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has taken the file over by the next turn.
  setTimeout(() => URL.revokeObjectURL(link.href));
}
