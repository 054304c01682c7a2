import { tickChecks } from "../../api/room-desk";
import type { RoomApplication, RoomCheck } from "../../api/types";
import { wareki } from "../../dates/wareki";
import { Refusal } from "../../interface/answers";
import { Badge } from "../../interface/status-badge";
import { awaitsDecision } from "./hindrances";
import { checkedAfter } from "./room-check-words";
import { useCheck } from "./use-check";

interface RoomChecksProps {
  detail: RoomApplication;
  onChanged: (detail: RoomApplication) => void;
}

/** R23, R24: what the city makes sure of before it opens a room. Each tick is saved at once, with who made it. */
export function RoomChecks({ detail, onChanged }: RoomChecksProps) {
  const { problem, message, sending, record } = useCheck(onChanged);
  const open = awaitsDecision(detail.status);
  const done = detail.checks.filter((line) => line.checked_at !== null).length;
  const tick = (check: RoomCheck) => {
    const checks = checkedAfter(detail.checks, check);
    void record(
      () => tickChecks(detail.receipt_number, checks),
      checks.includes(check) ? "確かめたことを記録しました。" : "確かめを取り消しました。",
    );
  };
  return (
    <section class="card" aria-labelledby="checks">
      <div class="row">
        <h2 id="checks" tabIndex={-1}>
          確かめること
        </h2>
        {done === detail.checks.length ? (
          <Badge kind="done">すべて確かめました</Badge>
        ) : (
          <Badge kind="soon">あと{detail.checks.length - done}つ</Badge>
        )}
      </div>
      <Refusal problem={problem} />
      <ul class="plain-list">
        {detail.checks.map((line) => (
          <li key={line.check}>
            <label class="check">
              <input
                type="checkbox"
                checked={line.checked_at !== null}
                disabled={!open}
                aria-busy={sending ? "true" : undefined}
                onChange={() => tick(line.check)}
              />
              <span>
                {line.label}
                {line.checked_at && (
                  <span class="kana">
                    {wareki(line.checked_at)} {line.checked_by_name}
                  </span>
                )}
              </span>
            </label>
          </li>
        ))}
      </ul>
      <p role="status" class="status-line hint">
        {message}
      </p>
    </section>
  );
}
