import type { Application } from "../../api/applications";
import { historyAction } from "../../city/words";
import { warekiWithTime } from "../../dates/wareki";
import { Badge } from "../../interface/status-badge";
import { NoteForm } from "./note-form";

interface HistoryProps {
  detail: Application;
  onNoted: () => void;
}

/** What happened so far; the desk's notes to itself are marked, so that nobody reads them out on the telephone. */
export function History({ detail, onNoted }: HistoryProps) {
  return (
    <section class="card" aria-labelledby="history">
      <h2 id="history">これまでの経過</h2>
      <ol class="history">
        {detail.history.map((entry, at) => (
          <li key={at} class={entry.internal ? "history__internal" : ""}>
            <p>
              <time class="hint" dateTime={entry.at}>
                {warekiWithTime(entry.at)}
              </time>
            </p>
            <p class="row">
              <span>
                <strong>{historyAction(entry.action)}</strong>
                {entry.actor_name && <span class="hint">({entry.actor_name})</span>}
              </span>
              {entry.internal && (
                <Badge kind="soon">{entry.action === "note" ? "窓口内のメモ" : "窓口内"}</Badge>
              )}
            </p>
            {entry.note && <p class="history__note">{entry.note}</p>}
          </li>
        ))}
      </ol>
      <NoteForm receipt={detail.receipt_number} onNoted={onNoted} />
    </section>
  );
}
