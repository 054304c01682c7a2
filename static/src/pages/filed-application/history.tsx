import type { FollowUpEntry } from "../../api/types";
import { historyAction } from "../../city/words";
import { warekiWithTime } from "../../dates/wareki";

/** What happened so far, as the applicant sees it. */
export function History({ entries }: { entries: FollowUpEntry[] }) {
  return (
    <section class="card" aria-labelledby="history">
      <h2 id="history">これまでの経過</h2>
      <ol class="history">
        {entries.map((entry, at) => (
          <li key={`${entry.at}-${at}`}>
            <p>
              <time class="quiet" dateTime={entry.at}>
                {warekiWithTime(entry.at)}
              </time>
            </p>
            <p>
              <strong>{historyAction(entry.action)}</strong>
            </p>
            {entry.note && <p class="history__note">{entry.note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
