import type { PlanInput, Visit } from "../../api/visits";
import type { VisitKind, WeekDay } from "../../city/visit-words";
import { clock, minuteOf } from "../../dates/time-of-day";

/** Who comes is not in the room. */
export const OUTSIDE = "outside";

/** A visit as it is being typed. */
export interface TypedVisit {
  /** The number of a member, or {@link OUTSIDE}. */
  visitor: string;
  name: string;
  profession: string;
  organizationName: string;
  kind: VisitKind | "";
  firstDay: string;
  start: string;
  minutes: string;
  repeat: "once" | "week" | "month_day" | "month_weekday";
  weekdays: WeekDay[];
  weeks: string;
  lastDay: string;
  note: string;
}

export function newVisit(day: string, visitor: string): TypedVisit {
  return {
    visitor,
    name: "",
    profession: "",
    organizationName: "",
    kind: "",
    firstDay: day,
    start: "",
    minutes: "60",
    repeat: "once",
    weekdays: [],
    weeks: "1",
    lastDay: "",
    note: "",
  };
}

/** What is planned, to be planned otherwise from one of its days on. */
export function typedOf(visit: Visit): TypedVisit {
  const { visitor, repeat } = visit;
  return {
    visitor: visitor.user_id === null ? OUTSIDE : String(visitor.user_id),
    name: visitor.user_id === null ? visitor.name : "",
    profession: visitor.user_id === null ? visitor.profession : "",
    organizationName: visitor.user_id === null ? visitor.organization_name : "",
    kind: visit.kind,
    firstDay: visit.day,
    start: clock(visit.start_minute),
    minutes: String(visit.minutes),
    repeat: repeat?.every ?? "once",
    weekdays: repeat?.every === "week" ? repeat.weekdays : [],
    weeks: repeat?.every === "week" ? String(repeat.weeks) : "1",
    lastDay: visit.last_day ?? "",
    note: visit.note,
  };
}

const WEEK_DAYS: WeekDay[] = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

/** What the server is sent; what is missing, it says itself. */
export function visitOf(typed: TypedVisit): PlanInput {
  const isOutside = typed.visitor === OUTSIDE;
  const visit = {
    visitor: isOutside
      ? { name: typed.name, profession: typed.profession, organization_name: typed.organizationName }
      : { user_id: typed.visitor === "" ? null : Number(typed.visitor) },
    kind: typed.kind,
    first_day: typed.firstDay || null,
    start_minute: minuteOf(typed.start.normalize("NFKC").trim()) ?? -1,
    minutes: Number.parseInt(typed.minutes.normalize("NFKC"), 10) || 0,
    repeat: repeatOf(typed),
    last_day: typed.repeat === "once" ? null : typed.lastDay || null,
    note: typed.note,
  };
  return visit as PlanInput;
}

function repeatOf({ repeat, firstDay, weekdays, weeks }: TypedVisit): PlanInput["repeat"] {
  if (repeat === "once" || !firstDay) return null;
  const first = new Date(`${firstDay}T12:00:00Z`);
  if (repeat === "week") {
    return { every: "week", weeks: Number.parseInt(weeks.normalize("NFKC"), 10) || 0, weekdays };
  }
  if (repeat === "month_day") return { every: "month_day", day: first.getUTCDate() };
  const weekday = WEEK_DAYS[first.getUTCDay()] as WeekDay;
  return { every: "month_weekday", nth: Math.ceil(first.getUTCDate() / 7), weekday };
}
