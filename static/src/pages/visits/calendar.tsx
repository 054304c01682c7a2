import type { Asked } from "../../api/client";
import { useLoaded } from "../../api/use-loaded";
import type { VisitCalendar } from "../../api/visits";
import { japanDay } from "../../dates/wareki";
import { Failure, Loading } from "../../interface/answers";
import { FilterTabs } from "../../interface/tabs";
import { daysOf, headingOf, moved, queryOf, type Shown, STEPS, VIEWS } from "./calendar-address";
import { DayList } from "./day-list";
import { MonthGrid } from "./month-grid";
import { ProfessionColumns } from "./profession-columns";
import type { Editor } from "./visit-actions";

interface CalendarProps {
  /** Whose it is, to load it anew. */
  name: string;
  shown: Shown;
  /** The page's address with what {@link queryOf} says. */
  addressOf: (query: string) => string;
  load: (from: string, to: string) => Promise<Asked<VisitCalendar>>;
  editor: Editor | null;
}

/** A day, a week or a month of visits. */
export function Calendar({ name, shown, addressOf, load, editor }: CalendarProps) {
  const today = japanDay(new Date());
  const days = daysOf(shown);
  const [from, to] = [days[0] ?? shown.day, days.at(-1) ?? shown.day];
  const { data, problem, reload } = useLoaded(`${name} ${from} ${to}`, () => load(from, to));
  const at = (other: Partial<Shown>) => addressOf(queryOf({ ...shown, ...other }));
  const parts = { days, today, editor, onChanged: () => void reload() };
  return (
    <section class="stack" aria-labelledby="calendar-part">
      <Ways shown={shown} today={today} at={at} />
      <h2 id="calendar-part">{headingOf(shown)}</h2>
      {problem && <Failure problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what="予定" />}
      {data?.is_cut && (
        <p class="notice-box notice-box--warning" role="alert">
          予定が多すぎるため、この期間の一部の予定を表示できていません。期間を短くするか、部屋ごとに開いてください。
        </p>
      )}
      {data && shown.view === "month" && (
        <MonthGrid
          key={from}
          day={shown.day}
          today={today}
          calendar={data}
          addressOf={(day) => at({ day, view: "day" })}
        />
      )}
      {data && shown.view !== "month" && shown.byProfession && (
        <ProfessionColumns calendar={data} {...parts} />
      )}
      {data && shown.view !== "month" && !shown.byProfession && <DayList calendar={data} {...parts} />}
    </section>
  );
}

interface WaysProps {
  shown: Shown;
  today: string;
  at: (other: Partial<Shown>) => string;
}

function Ways({ shown, today, at }: WaysProps) {
  const [before, now, after] = STEPS[shown.view];
  return (
    <div class="calendar-ways no-print">
      <FilterTabs
        name="期間"
        current={shown.view}
        links={VIEWS.map(({ value, label }) => ({ value, label, href: at({ view: value }) }))}
      />
      {shown.view !== "month" && (
        <FilterTabs
          name="並べ方"
          current={shown.byProfession ? "profession" : "time"}
          links={[
            { value: "time", label: "時間の順", href: at({ byProfession: false }) },
            { value: "profession", label: "職種ごと", href: at({ byProfession: true }) },
          ]}
        />
      )}
      <nav class="row" aria-label="前後の期間">
        <a href={at(moved(shown, -1))}>{before}</a>
        <a href={at({ day: today })}>{now}</a>
        <a href={at(moved(shown, 1))}>{after}</a>
      </nav>
    </div>
  );
}
