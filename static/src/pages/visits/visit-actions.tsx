import { useState } from "preact/hooks";
import type { Asked } from "../../api/client";
import { useIntent } from "../../api/intent";
import type { Problem } from "../../api/problem";
import type { Room } from "../../api/support";
import { useSending } from "../../api/use-sending";
import { changeFollowing, changeVisitDay, endVisits, markVisitDone, type Visit } from "../../api/visits";
import { clock } from "../../dates/time-of-day";
import { monthAndDay } from "../../dates/wareki";
import { Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { ConfirmDialog } from "../../interface/confirm-dialog";
import { DayForm } from "./day-form";
import { PlanForm } from "./plan-form";
import { typedOf } from "./typed-visit";
import { VisitHistory } from "./visit-history";

/** Who may change what is planned in a room. */
export interface Editor {
  userId: number;
  room: Room;
}

interface VisitActionsProps {
  visit: Visit;
  editor: Editor;
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

/** What may be done with one visit: done, moved, cancelled, planned again; the rest of its series changed or ended. */
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

/** What is open below the choices. */
type Part = "day" | "following" | "history";

function Choices({ visit, editor, today, onChanged, onClose }: VisitActionsProps & { onClose: () => void }) {
  const [isEnding, setEnding] = useState(false);
  const [part, setPart] = useState<Part>("day");
  const { problem, sending, act } = useActing(onChanged);
  const intent = useIntent();
  const end = async () => {
    const answer = await endVisits(visit, intent.headersFor({ end: visit.day }));
    intent.answered(answer.problem);
    return answer;
  };
  const isVisitor = visit.visitor.user_id === null || visit.visitor.user_id === editor.userId;
  const which = whichOf(visit);
  return (
    <section class="stack" aria-label={`${which}の訪問を変える`}>
      <Refusal problem={problem} />
      <Buttons
        visit={visit}
        mayBeDone={isVisitor && visit.on <= today && !visit.is_cancelled}
        sending={sending}
        part={part}
        act={act}
        onPart={(other) => setPart(part === other ? "day" : other)}
        onEnd={() => setEnding(true)}
        onClose={onClose}
      />
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
      {part === "history" && <VisitHistory visit={visit} />}
      {part === "following" && (
        <Following visit={visit} room={editor.room} onDone={onChanged} onCancel={() => setPart("day")} />
      )}
      {part === "day" && !visit.done_at && !visit.is_cancelled && (
        <DayForm
          visit={visit}
          problem={problem}
          sending={sending}
          onMove={(moved, note) =>
            void act(() => changeVisitDay(visit, { moved, is_cancelled: false, note }))
          }
          onCancelDay={(note) =>
            void act(() => changeVisitDay(visit, { is_cancelled: true, moved: movedOf(visit), note }))
          }
        />
      )}
    </section>
  );
}

interface ButtonsProps {
  visit: Visit;
  mayBeDone: boolean;
  sending: boolean;
  part: Part;
  act: (action: () => Promise<Asked<unknown>>) => Promise<void>;
  onPart: (part: Part) => void;
  onEnd: () => void;
  onClose: () => void;
}

function Buttons({ visit, mayBeDone, sending, part, act, onPart, onEnd, onClose }: ButtonsProps) {
  const planAgain = () => changeVisitDay(visit, { is_cancelled: false, note: "", moved: movedOf(visit) });
  return (
    <div class="actions">
      {mayBeDone && (
        <Button small sending={sending} onClick={() => void act(() => markVisitDone(visit, !visit.done_at))}>
          {visit.done_at ? "済みを取り消す" : "済みにする"}
        </Button>
      )}
      {visit.is_cancelled && (
        <Button small sending={sending} onClick={() => void act(planAgain)}>
          予定に戻す
        </Button>
      )}
      {visit.repeat && (
        <>
          <Button small onClick={() => onPart("following")}>
            この回から後を変える
          </Button>
          <Button small sending={sending} onClick={onEnd}>
            この回から後をやめる
          </Button>
        </>
      )}
      <Button small onClick={() => onPart("history")}>
        {part === "history" ? "変更の記録を閉じる" : "変更の記録を見る"}
      </Button>
      <Button small onClick={onClose}>
        閉じる
      </Button>
    </div>
  );
}

interface FollowingProps {
  visit: Visit;
  room: Room;
  onDone: () => void;
  onCancel: () => void;
}

/** From one visit on the series is planned otherwise; those before it stay. */
function Following({ visit, room, onDone, onCancel }: FollowingProps) {
  return (
    <>
      <p>{whichOf(visit)}より前の回は、そのまま残ります。この回から後は、下の予定に置きかわります。</p>
      <PlanForm
        room={room}
        heading="この回から後を変える"
        submit="この回から後を変える"
        name={`following-${visit.visit_id}-${visit.day}`}
        first={typedOf(visit)}
        send={async (plan, headers) => {
          const answer = await changeFollowing(visit, plan, headers);
          // What was typed stays; the page behind it shows how it is now.
          if (answer.problem?.status === 412) onDone();
          return answer;
        }}
        onDone={onDone}
        onCancel={onCancel}
      />
    </>
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
