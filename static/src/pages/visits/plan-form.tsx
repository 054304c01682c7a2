import { useState } from "preact/hooks";
import type { Asked } from "../../api/client";
import { useKeptIntent } from "../../api/intent";
import type { Problem } from "../../api/problem";
import type { Room } from "../../api/support";
import { useSending } from "../../api/use-sending";
import type { PlanInput } from "../../api/visits";
import { VISIT_KINDS, type VisitKind, WEEK_DAYS, type WeekDay } from "../../city/visit-words";
import { PROFESSIONS } from "../../city/words";
import { errorOf, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { idOnPage } from "../../interface/error-fields";
import { SelectField, TextField } from "../../interface/field";
import { useKept } from "../../session/use-kept";
import { OUTSIDE, type TypedVisit, visitOf } from "./typed-visit";

interface PlanFormProps<Done> {
  room: Room;
  heading: string;
  /** What the button says. */
  submit: string;
  /** By this what is typed is kept in this tab. */
  name: string;
  first: TypedVisit;
  send: (plan: PlanInput, headers: { "Idempotency-Key": string }) => Promise<Asked<Done>>;
  onDone: (done: Done) => void;
  onCancel: () => void;
}

/** A visit or a series as it is planned: a new one, or what takes the place of another. */
export function PlanForm<Done>(props: PlanFormProps<Done>) {
  const { room, heading, submit, name, first, onCancel } = props;
  const [kept, keep] = useKept<TypedVisit>(name);
  const typed = kept ?? first;
  const change = (part: Partial<TypedVisit>) => keep({ ...typed, ...part });
  const intent = useKeptIntent(name);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const save = () =>
    send(async () => {
      const plan = visitOf(typed);
      const answer = await props.send(plan, intent.headersFor(plan));
      intent.answered(answer.problem);
      setProblem(answer.problem ?? null);
      if (!answer.data) return;
      keep(null);
      props.onDone(answer.data);
    });
  return (
    <form
      class="card"
      noValidate
      aria-labelledby="plan"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2 id="plan">{heading}</h2>
      <Refusal problem={problem} fieldId={idOnPage} />
      <Who room={room} typed={typed} problem={problem} onChange={change} />
      <When typed={typed} problem={problem} onChange={change} />
      <TextField
        id="note"
        label="メモ"
        required={false}
        value={typed.note}
        onValue={(note) => change({ note })}
        error={errorOf(problem, "note")}
      />
      <div class="actions">
        <Button type="submit" kind="primary" sending={sending}>
          {submit}
        </Button>
        <Button onClick={onCancel}>やめる</Button>
      </div>
    </form>
  );
}

interface PartProps {
  typed: TypedVisit;
  problem: Problem | null;
  onChange: (part: Partial<TypedVisit>) => void;
}

function Who({ room, typed, problem, onChange }: PartProps & { room: Room }) {
  const members = room.team.map((member) => ({ value: String(member.user_id), label: member.name }));
  return (
    <>
      <SelectField
        id="visitor-user_id"
        label="訪問する人"
        value={typed.visitor}
        onValue={(visitor) => onChange({ visitor })}
        choices={[...members, { value: OUTSIDE, label: "部屋にいない人" }]}
        error={errorOf(problem, "visitor.user_id")}
      />
      {typed.visitor === OUTSIDE && (
        <div class="two-columns">
          <TextField
            id="visitor-name"
            label="名前"
            value={typed.name}
            onValue={(name) => onChange({ name })}
            error={errorOf(problem, "visitor.name")}
          />
          <SelectField
            id="visitor-profession"
            label="職種"
            value={typed.profession}
            onValue={(profession) => onChange({ profession })}
            choices={Object.entries(PROFESSIONS).map(([value, label]) => ({ value, label }))}
            error={errorOf(problem, "visitor.profession")}
          />
          <TextField
            id="visitor-organization_name"
            label="所属"
            required={false}
            value={typed.organizationName}
            onValue={(organizationName) => onChange({ organizationName })}
            error={errorOf(problem, "visitor.organization_name")}
          />
        </div>
      )}
      <SelectField
        id="kind"
        label="訪問の種類"
        value={typed.kind}
        onValue={(kind: VisitKind) => onChange({ kind })}
        choices={Object.entries(VISIT_KINDS).map(([value, label]) => ({ value: value as VisitKind, label }))}
        error={errorOf(problem, "kind")}
      />
    </>
  );
}

const REPEATS = [
  { value: "once", label: "繰り返さない" },
  { value: "week", label: "毎週・何週ごと" },
  { value: "month_day", label: "毎月、同じ日" },
  { value: "month_weekday", label: "毎月、同じ週の同じ曜日" },
] as const;

function When({ typed, problem, onChange }: PartProps) {
  return (
    <>
      <div class="two-columns">
        <TextField
          id="first_day"
          label={typed.repeat === "once" ? "日" : "この日から"}
          type="date"
          value={typed.firstDay}
          onValue={(firstDay) => onChange({ firstDay })}
          error={errorOf(problem, "first_day")}
        />
        <TextField
          id="start_minute"
          label="始まる時刻"
          hint="例: 9:30"
          value={typed.start}
          onValue={(start) => onChange({ start })}
          error={errorOf(problem, "start_minute")}
        />
        <TextField
          id="minutes"
          label="かかる時間(分)"
          inputMode="numeric"
          value={typed.minutes}
          onValue={(minutes) => onChange({ minutes })}
          error={errorOf(problem, "minutes")}
        />
        <SelectField
          id="repeat"
          label="繰り返し"
          value={typed.repeat}
          onValue={(repeat) => onChange({ repeat })}
          choices={[...REPEATS]}
          error={errorOf(problem, "repeat")}
        />
      </div>
      {typed.repeat === "week" && <Weeks typed={typed} problem={problem} onChange={onChange} />}
      {typed.repeat !== "once" && (
        <TextField
          id="last_day"
          label="この日まで"
          hint="空なら、終わりを決めません。"
          type="date"
          required={false}
          value={typed.lastDay}
          onValue={(lastDay) => onChange({ lastDay })}
          error={errorOf(problem, "last_day")}
        />
      )}
    </>
  );
}

function Weeks({ typed, onChange }: PartProps) {
  const toggle = (day: WeekDay, isOn: boolean) =>
    onChange({ weekdays: isOn ? [...typed.weekdays, day] : typed.weekdays.filter((one) => one !== day) });
  return (
    <>
      <fieldset class="field">
        <legend>曜日</legend>
        {Object.entries(WEEK_DAYS).map(([day, label]) => (
          <label class="check" key={day}>
            <input
              type="checkbox"
              checked={typed.weekdays.includes(day as WeekDay)}
              onChange={(event) => toggle(day as WeekDay, event.currentTarget.checked)}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <TextField
        id="repeat-weeks"
        label="何週ごと"
        hint="毎週なら1、隔週なら2"
        inputMode="numeric"
        value={typed.weeks}
        onValue={(weeks) => onChange({ weeks })}
      />
    </>
  );
}
