import type { UsageActivity } from "../../api/types";
import { loadActivity, loadUsageTable, type Months } from "../../api/usage";
import { useLoaded } from "../../api/use-loaded";
import { PROFESSIONS, word } from "../../city/words";
import { Chart } from "../../interface/chart";
import { SaveTable } from "../../interface/save-table";
import { HIDDEN, monthInWords } from "./cell";
import { MonthTable } from "./count-table";
import { monthBegins, monthOf, monthTick } from "./months";
import { UsagePart } from "./usage-part";

/** Who used the system and how much was written: what the city pays for. */
export function ActivityPart({ months }: { months: Months }) {
  const loaded = useLoaded(`usage activity ${months.from} ${months.to}`, () => loadActivity(months));
  return (
    <UsagePart id="activity" heading="利用した人と書き込み" loaded={loaded}>
      {(usage) => (
        <>
          <p>
            「利用した人」は、その月に一度でもログインした人です。市と医師会の窓口の職員は数えません。月ごとの人数は足し合わせられません(同じ人を月ごとに数えるため)。
          </p>
          <Charts usage={usage} />
          <SaveTable small fileName="tasuki-riyou" load={() => loadUsageTable("months", months)}>
            月ごとの表をCSVで保存する
          </SaveTable>
          <h3>職種ごとの利用した人</h3>
          <MonthTable
            heading="職種ごとの利用した人"
            column="職種"
            months={usage.months.map(({ month }) => month)}
            rows={usage.by_profession.map(({ profession, people }) => ({
              name: word(PROFESSIONS, profession),
              cells: people,
            }))}
          />
          <SaveTable small fileName="tasuki-shokushu" load={() => loadUsageTable("professions", months)}>
            職種ごとの表をCSVで保存する
          </SaveTable>
          <h3>利用団体ごとの利用した人</h3>
          <MonthTable
            heading="利用団体ごとの利用した人"
            column="利用団体"
            months={usage.months.map(({ month }) => month)}
            rows={usage.by_organization.map(({ organization_name, people }) => ({
              name: organization_name,
              cells: people,
            }))}
            leftOut={usage.organization_count - usage.by_organization.length}
          />
          <SaveTable small fileName="tasuki-dantai" load={() => loadUsageTable("organizations", months)}>
            利用団体ごとの表をCSVで保存する
          </SaveTable>
        </>
      )}
    </UsagePart>
  );
}

function Charts({ usage }: { usage: UsageActivity }) {
  const axis = {
    times: usage.months.map(({ month }) => monthBegins(month)),
    timeInWords: (time: number) => monthInWords(monthOf(time)),
    tick: monthTick,
    timeColumn: "月",
    missing: HIDDEN,
  };
  return (
    <>
      <Chart
        {...axis}
        title="利用した人とアカウント"
        series={[
          { name: "利用した人", unit: "人", values: usage.months.map(({ active }) => active.value) },
          { name: "アカウント", unit: "人", values: usage.months.map(({ accounts }) => accounts.value) },
        ]}
        tableOpen
      />
      <Chart
        {...axis}
        title="書き込みの数"
        series={[
          {
            name: "登録者支援の部屋",
            unit: "件",
            values: usage.months.map(({ support_messages }) => support_messages.value),
          },
          {
            name: "職種連携の部屋",
            unit: "件",
            values: usage.months.map(({ collaboration_messages }) => collaboration_messages.value),
          },
        ]}
      />
      {usage.cost_yen_per_month === 0 ? (
        <p>
          <a href="/desk/settings">設定</a>で1か月の費用を入れると、一人あたりの費用を計算します。
        </p>
      ) : (
        <Chart
          {...axis}
          title={`利用した人一人あたりの費用(1か月${usage.cost_yen_per_month.toLocaleString("ja-JP")}円として)`}
          series={[
            {
              name: "一人あたりの費用",
              unit: "円",
              values: usage.months.map(({ yen_per_active }) => yen_per_active),
            },
          ]}
        />
      )}
    </>
  );
}
