import type { FirstLoginUsage } from "../../api/types";
import { loadFirstLogins, loadUsageTable, type Months } from "../../api/usage";
import { useLoaded } from "../../api/use-loaded";
import { word } from "../../city/words";
import { Chart } from "../../interface/chart";
import { SaveTable } from "../../interface/save-table";
import { daysInWords, HIDDEN, monthInWords } from "./cell";
import { CountTable } from "./count-table";
import { monthBegins, monthOf, monthTick } from "./months";
import { UsagePart } from "./usage-part";

const STANDINGS: Record<string, string> = {
  was_here: "ログインしたことがある",
  posted: "通知書を発送し、まだログインしていない",
  not_posted: "通知書をまだ発送していない",
};

const STEPS: Record<string, string> = {
  accepted: "受付から受理まで",
  posted: "受理から発送まで",
  first_login: "発送から初回ログインまで",
  all: "受付から初回ログインまで",
};

const MINUTES_OF_A_DAY = 24 * 60;

/** How long somebody waits from the application to the first login, and at which step. */
export function FirstLoginsPart({ months }: { months: Months }) {
  const loaded = useLoaded(`usage first logins ${months.from} ${months.to}`, () => loadFirstLogins(months));
  return (
    <UsagePart id="first-logins" heading="申請から初回ログインまでの日数" loaded={loaded}>
      {(usage) => (
        <>
          <p>この期間にできたアカウントの日数です。開庁日でない日も数えます。</p>
          <Steps usage={usage} />
          <Chart
            title="受付から初回ログインまでの日数(アカウントができた月ごと)"
            times={usage.by_month.map(({ month }) => monthBegins(month))}
            series={[
              { name: "半数の人", unit: "日", values: usage.by_month.map((row) => days(row.median_minutes)) },
              {
                name: "90%の人",
                unit: "日",
                values: usage.by_month.map((row) => days(row.ninth_decile_minutes)),
              },
            ]}
            timeInWords={(time) => monthInWords(monthOf(time))}
            tick={monthTick}
            timeColumn="月"
            missing={HIDDEN}
          />
          <h3>今のアカウント</h3>
          <CountTable
            heading="今のアカウント"
            column="状態"
            counter="人"
            rows={usage.standing.map(({ standing, people }) => ({
              name: word(STANDINGS, standing),
              cell: people,
            }))}
          />
          <SaveTable small fileName="tasuki-login" load={() => loadUsageTable("first_logins", months)}>
            日数の表をCSVで保存する
          </SaveTable>
        </>
      )}
    </UsagePart>
  );
}

function days(minutes: number | null): number | null {
  return minutes === null ? null : Math.round((minutes / MINUTES_OF_A_DAY) * 10) / 10;
}

function Steps({ usage }: { usage: FirstLoginUsage }) {
  return (
    <table class="list usage">
      <caption class="visually-hidden">申請から初回ログインまでの日数</caption>
      <thead>
        <tr>
          <th scope="col">区間</th>
          <th scope="col">半数の人がかかった日数</th>
          <th scope="col">90%の人がかかった日数</th>
        </tr>
      </thead>
      <tbody>
        {usage.steps.map(({ step, median_minutes, ninth_decile_minutes }) => (
          <tr key={step}>
            <th scope="row">{word(STEPS, step)}</th>
            <td data-label="半数の人">{daysInWords(median_minutes)}</td>
            <td data-label="90%の人">{daysInWords(ninth_decile_minutes)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
