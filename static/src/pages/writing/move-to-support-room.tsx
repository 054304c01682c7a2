import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { keepDraft, loadWritingBox } from "../../api/messages";
import type { Problem } from "../../api/problem";
import { loadRooms } from "../../api/support";
import { useLoaded } from "../../api/use-loaded";
import { useSending } from "../../api/use-sending";
import { Failure, Loading } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Field } from "../../interface/field";
import { useKept } from "../../session/use-kept";
import { keptName } from "./use-writing";
import { draftOf, isNothing, NOTHING, type Writing, writingOf } from "./writing";

interface MoveProps {
  text: string;
  onMoved: () => void;
}

/** R27: what is about a patient belongs into the patient's room, where the author has one. */
export function MoveToSupportRoom(props: MoveProps) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>登録者支援の部屋に書く</summary>
      {open && <SupportRooms {...props} />}
    </details>
  );
}

/** Read only when it is wanted: the names are patients', and who sees them is logged (R21). */
function SupportRooms({ text, onMoved }: MoveProps) {
  const { data, problem, reload } = useLoaded("my support rooms", () => loadRooms());
  const [room, setRoom] = useState<number | null>(null);
  const rooms = (data?.items ?? []).filter((each) => each.kind === "support");
  if (problem) return <Failure problem={problem} onRetry={() => void reload()} />;
  if (!data) return <Loading what="部屋" />;
  if (rooms.length === 0) return <p>担当している登録者支援の部屋がありません。</p>;
  return (
    <div class="stack">
      <p class="hint">
        文だけが移り、そちらの部屋で送るまでだれにも見えません。添付は、そちらで選び直してください。
      </p>
      <Field id="support-room" label="移す部屋">
        {(attributes) => (
          <select
            {...attributes}
            value={room ?? ""}
            onChange={(event) => setRoom(Number(event.currentTarget.value))}
          >
            <option value="" disabled>
              選んでください
            </option>
            {rooms.map((each) => (
              <option key={each.room_id} value={each.room_id}>
                {each.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {room !== null && <Move key={room} room={room} text={text} onMoved={onMoved} />}
    </div>
  );
}

/** Adds the text to what is being written there, and goes there. */
function Move({ room, text, onMoved }: MoveProps & { room: number }) {
  const [kept, keep] = useKept<Writing>(keptName(room));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [moving, send] = useSending();
  const { route } = useLocation();
  const move = () =>
    send(async () => {
      const { data, problem } = await loadWritingBox(room);
      setProblem(problem ?? null);
      if (!data) return;
      const before = kept && !isNothing(kept) ? kept : writingOf(data);
      const body = before.body === "" ? text : `${before.body}\n${text}`;
      const next = { ...NOTHING, ...before, body };
      keep(next);
      const saved = await keepDraft(room, draftOf(next));
      setProblem(saved.problem ?? null);
      if (!saved.data) return;
      onMoved();
      route(`/rooms/${room}`);
    });
  return (
    <>
      {problem && <Failure problem={problem} />}
      <div class="actions">
        <Button sending={moving} onClick={() => void move()}>
          文を移して、その部屋を開く
        </Button>
      </div>
    </>
  );
}
