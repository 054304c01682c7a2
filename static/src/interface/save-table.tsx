import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Asked } from "../api/client";
import type { Problem } from "../api/problem";
import { useSending } from "../api/use-sending";
import { japanDay } from "../dates/wareki";
import { useFreshSignIn } from "../session/fresh-sign-in";
import { Refusal } from "./answers";
import { Button } from "./button";
import { saveFile } from "./save-file";

interface SaveTableProps {
  /** What the button says. */
  children: ComponentChildren;
  /** The beginning of the file's name; the day and `.csv` follow. */
  fileName: string;
  /** Asks for the table, with `parseAs: "blob"`. */
  load: () => Promise<Asked<unknown>>;
  small?: boolean;
}

/** Saves a table as CSV. Fetched rather than linked, so that a refusal is told here and not as a page of JSON. */
export function SaveTable({ children, fileName, load, small = false }: SaveTableProps) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [message, setMessage] = useState("");
  const [sending, send] = useSending();
  const freshly = useFreshSignIn();

  const save = () =>
    send(async () => {
      setMessage("");
      const { data, problem } = await freshly(load);
      setProblem(problem ?? null);
      if (!data) return;
      saveFile(data as Blob, `${fileName}-${japanDay(new Date())}.csv`);
      setMessage("CSVファイルを保存しました。");
    });

  return (
    <div class="stack no-print">
      <Refusal problem={problem} />
      <div class="row">
        <Button small={small} sending={sending} onClick={() => void save()}>
          {children}
        </Button>
        <p role="status" class="status-line hint">
          {message}
        </p>
      </div>
    </div>
  );
}
