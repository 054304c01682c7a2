import { useState } from "preact/hooks";
import type { Problem } from "../../api/problem";
import { assignAwaiting } from "../../api/support-desk";
import type { AwaitingPerson, RegistrantRoom } from "../../api/types";
import { useSending } from "../../api/use-sending";
import { PROFESSIONS, word } from "../../city/words";
import { Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { ConfirmDialog } from "../../interface/confirm-dialog";
import { useFreshSignIn } from "../../session/fresh-sign-in";

interface AwaitingPeopleProps {
  room: RegistrantRoom;
  onChanged: (message: string) => void;
}

/** People whom a Form 8 names and who had no account; once they have one, the association lets them in (R16). */
export function AwaitingPeople({ room, onChanged }: AwaitingPeopleProps) {
  if (room.awaiting.length === 0) return null;
  return (
    <div class="stack">
      <h3>アカウント待ちの人({room.awaiting.length}人)</h3>
      <p class="hint">
        様式第8号にあり、まだアカウントがない人です。アカウントができたら、ここで割り当てると部屋に入れます。
      </p>
      {room.awaiting.map((person) => (
        <Awaiting key={person.awaiting_id} room={room} person={person} onChanged={onChanged} />
      ))}
      <p>
        アカウントは、その人の団体のシステム管理担当者が
        <a href="/apply/account">様式第4号(アカウントの申請)</a>で市に申請します。
      </p>
    </div>
  );
}

function Awaiting({ room, person, onChanged }: AwaitingPeopleProps & { person: AwaitingPerson }) {
  const [dropping, setDropping] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const freshly = useFreshSignIn();

  const settle = (userId: number | null, done: string) =>
    send(async () => {
      const { problem } = await freshly(() => assignAwaiting(room.room_id, person.awaiting_id, userId));
      setDropping(false);
      setProblem(problem ?? null);
      if (!problem) onChanged(done);
    });
  const closed = room.closed_at !== null;

  return (
    <article class="notice-box" aria-label={`アカウント待ち ${person.name}`}>
      <p>
        <strong>{person.name}</strong>({person.kana}) {word(PROFESSIONS, person.profession)}{" "}
        {person.organization_name}
      </p>
      <Refusal problem={problem} />
      {person.candidates.length === 0 && <p>同じふりがなのアカウントはまだありません。</p>}
      {!closed && (
        <div class="actions no-print">
          {person.candidates.map((candidate) => (
            <Button
              key={candidate.user_id}
              small
              kind="primary"
              disabled={sending}
              onClick={() =>
                void settle(
                  candidate.user_id,
                  `${candidate.name}さんを担当者に割り当てました。届出の日から部屋に入れます。`,
                )
              }
            >
              {candidate.name}({candidate.organization_name})を割り当てる
            </Button>
          ))}
          <Button small disabled={sending} onClick={() => setDropping(true)}>
            担当者にしない<span class="visually-hidden">({person.name})</span>
          </Button>
        </div>
      )}
      <ConfirmDialog
        open={dropping}
        heading={`${person.name}さんを担当者にしませんか`}
        confirm="担当者にしない"
        danger
        sending={sending}
        onConfirm={() => void settle(null, `${person.name}さんをアカウント待ちから外しました。`)}
        onCancel={() => setDropping(false)}
      >
        <p>アカウント待ちから外します。あとで担当者にするには、もう一度様式第8号が必要です。</p>
      </ConfirmDialog>
    </article>
  );
}
