import { useRef, useState } from "preact/hooks";
import { tickChecks } from "../../api/room-desk";
import type { RoomApplication, RoomCheck } from "../../api/types";
import { wareki } from "../../dates/wareki";
import { Refusal } from "../../interface/answers";
import { Badge } from "../../interface/status-badge";
import { awaitsDecision } from "./hindrances";
import { checkedNow, toggled } from "./room-check-words";
import { useCheck } from "./use-check";

interface RoomChecksProps {
  detail: RoomApplication;
  onChanged: (detail: RoomApplication) => void;
}

/** R23, R24: what the city makes sure of before it opens a room. Each tick is saved at once, with who made it. */
export function RoomChecks({ detail, onChanged }: RoomChecksProps) {
  const { problem, message, wanted, tick } = useTicks(detail, onChanged);
  const open = awaitsDecision(detail.status);
  const left = detail.checks.length - wanted.length;
  return (
    <section class="card" aria-labelledby="checks">
      <div class="row">
        <h2 id="checks" tabIndex={-1}>
          確かめること
        </h2>
        {left === 0 ? <Badge kind="done">すべて確かめました</Badge> : <Badge kind="soon">あと{left}つ</Badge>}
      </div>
      <Refusal problem={problem} />
      <ul class="plain-list">
        {detail.checks.map((line) => (
          <li key={line.check}>
            <label class="check">
              <input
                type="checkbox"
                checked={wanted.includes(line.check)}
                disabled={!open}
                onChange={() => void tick(line.check)}
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

/** Ticks are made faster than they are saved: what is wanted is shown, and the last of it is what is sent. */
function useTicks(detail: RoomApplication, onChanged: (detail: RoomApplication) => void) {
  const { problem, message, record } = useCheck(onChanged);
  const [wanted, setWanted] = useState<RoomCheck[] | null>(null);
  const latest = useRef<RoomCheck[] | null>(null);
  const want = (checks: RoomCheck[] | null) => {
    latest.current = checks;
    setWanted(checks);
  };

  const saving = useRef(false);
  const tick = async (check: RoomCheck) => {
    want(toggled(latest.current ?? checkedNow(detail.checks), check));
    // Whoever is saving already goes on with what is wanted then.
    if (saving.current) return;
    saving.current = true;
    let sent: RoomCheck[] | null = null;
    while (latest.current !== null && latest.current !== sent) {
      const checks: RoomCheck[] = latest.current;
      sent = checks;
      await record(() => tickChecks(detail.receipt_number, checks), "確かめたことを記録しました。");
    }
    saving.current = false;
    // Saved or refused, the list is as the city knows it.
    want(null);
  };
  return { problem, message, wanted: wanted ?? checkedNow(detail.checks), tick };
}
