import { useState } from "preact/hooks";
import type { Asked } from "../../api/client";
import { useIntent } from "../../api/intent";
import type { Problem } from "../../api/problem";
import { useSending } from "../../api/use-sending";
import { changeVisitDay, endVisits, markVisitDone, type Visit } from "../../api/visits";
import { monthAndDay } from "../../dates/wareki";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { ConfirmDialog } from "../../interface/confirm-dialog";
import { TextField } from "../../interface/field";
import { clock, minuteOf } from "./week";

interface VisitActionsProps {
  visit: Visit;
  /** Who looks. */
  userId: number;
  today: string;
  onChanged: () => void;
}

/** Whoever was overtaken (412) sees how it is now, and may try again. */
function useActing(onChanged: () => void) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const act = (action: () => Promise<Asked<unknown>>) =>
    send(async () => {
      const answer = await action();
      setProblem(answer.problem ?? null);
      if (!answer.problem || answer.problem.status === 412) onChanged();
    });
  return { problem, sending, act };
}

/** What may be done with one visit: done, moved, cancelled, planned again; the rest of its series ended. */
export function VisitActions(props: VisitActionsProps) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <Choices {...props} onClose={() => setOpen(false)} />;
  return (
    <Button small onClick={() => setOpen(true)}>
      変える<span class="visually-hidden">({whichOf(props.visit)})</span>
    </Button>
  );
}

/** Where the visit was moved: cancelled and planned again it is still there. */
function movedOf({ is_moved, on, start_minute, minutes }: Visit) {
  return is_moved ? { day: on, start_minute, minutes } : null;
}

function whichOf(visit: Visit): string {
  return `${monthAndDay(visit.on)} ${clock(visit.start_minute)}`;
}

function Choices({ visit, userId, today, onChanged, onClose }: VisitActionsProps & { onClose: () => void }) {
  const [isEnding, setEnding] = useState(false);
  const { problem, sending, act } = useActing(onChanged);
  const intent = useIntent();
  const end = async () => {
    const answer = await endVisits(visit, intent.headersFor({ end: visit.day }));
    intent.answered(answer.problem);
    return answer;
  };
  const isVisitor = visit.visitor.user_id === null || visit.visitor.user_id === userId;
  const mayBeDone = isVisitor && visit.on <= today && !visit.is_cancelled;
  const which = whichOf(visit);
  return (
    <section class="stack" aria-label={`${which}の訪問を変える`}>
      <Refusal problem={problem} />
      <div class="actions">
        {mayBeDone && (
          <Button
            small
            sending={sending}
            onClick={() => void act(() => markVisitDone(visit, !visit.done_at))}
          >
            {visit.done_at ? "済みを取り消す" : "済みにする"}
          </Button>
        )}
        {!visit.done_at && (
          <Button
            small
            sending={sending}
            onClick={() =>
              void act(() =>
                changeVisitDay(visit, { is_cancelled: !visit.is_cancelled, note: "", moved: movedOf(visit) }),
              )
            }
          >
            {visit.is_cancelled ? "予定に戻す" : "この回を取りやめる"}
          </Button>
        )}
        {visit.repeat && (
          <Button small sending={sending} onClick={() => setEnding(true)}>
            この回から後をやめる
          </Button>
        )}
        <Button small onClick={onClose}>
          閉じる
        </Button>
      </div>
      <EndDialog
        open={isEnding}
        which={which}
        sending={sending}
        onEnd={() => {
          setEnding(false);
          void act(end);
        }}
        onCancel={() => setEnding(false)}
      />
      {!visit.done_at && !visit.is_cancelled && (
        <MoveForm
          visit={visit}
          problem={problem}
          sending={sending}
          onMove={(moved) => void act(() => changeVisitDay(visit, { moved, is_cancelled: false, note: "" }))}
        />
      )}
    </section>
  );
}

interface EndDialogProps {
  open: boolean;
  which: string;
  sending: boolean;
  onEnd: () => void;
  onCancel: () => void;
}

function EndDialog({ open, which, sending, onEnd, onCancel }: EndDialogProps) {
  return (
    <ConfirmDialog
      open={open}
      heading="この回から後をやめますか"
      confirm="この回から後をやめる"
      cancel="やめないで戻る"
      danger
      sending={sending}
      onConfirm={onEnd}
      onCancel={onCancel}
    >
      <p>{which}とその後の繰り返しが、予定からなくなります。前の回は残ります。</p>
    </ConfirmDialog>
  );
}

interface MoveFormProps {
  visit: Visit;
  problem: Problem | null;
  sending: boolean;
  onMove: (moved: { day: string; start_minute: number; minutes: number }) => void;
}

function MoveForm({ visit, problem, sending, onMove }: MoveFormProps) {
  const [day, setDay] = useState(visit.on);
  const [start, setStart] = useState(clock(visit.start_minute));
  const id = `move-${visit.visit_id}-${visit.day}`;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onMove({ day, start_minute: minuteOf(start.normalize("NFKC").trim()) ?? -1, minutes: visit.minutes });
      }}
    >
      <TextField
        id={`${id}-day`}
        label="動かす日"
        type="date"
        value={day}
        onValue={setDay}
        error={errorOf(problem, "moved.day")}
      />
      <TextField
        id={`${id}-start`}
        label="始まる時刻"
        value={start}
        onValue={setStart}
        error={errorOf(problem, "moved.start_minute")}
      />
      <div class="actions">
        <Button small type="submit" sending={sending}>
          この回だけ動かす
        </Button>
      </div>
    </form>
  );
}
