import { loadNotificationUsage, loadUsageTable, type Months } from "../../api/usage";
import { useLoaded } from "../../api/use-loaded";
import { word } from "../../city/words";
import { Chart } from "../../interface/chart";
import { SaveTable } from "../../interface/save-table";
import { HIDDEN, monthInWords } from "./cell";
import { CountTable } from "./count-table";
import { monthBegins, monthOf, monthTick } from "./months";
import { UsagePart } from "./usage-part";

const CHOICES: Record<string, string> = {
  both: "Eメールとプッシュ通知",
  email: "Eメールだけ",
  push: "プッシュ通知だけ",
  nothing: "どちらも受け取らない",
  not_asked: "まだ選んでいない",
};

/** Whom notifications can reach, and how many did. */
export function ReachPart({ months }: { months: Months }) {
  const loaded = useLoaded(`usage notifications ${months.from} ${months.to}`, () =>
    loadNotificationUsage(months),
  );
  return (
    <UsagePart id="reach" heading="お知らせの届き方" loaded={loaded}>
      {(usage) => (
        <>
          <CountTable
            heading="お知らせの受け取り方"
            column="受け取り方(今)"
            counter="人"
            rows={usage.choices.map(({ choice, people }) => ({ name: word(CHOICES, choice), cell: people }))}
          />
          <SaveTable
            small
            fileName="tasuki-oshirase"
            load={() => loadUsageTable("notification_choices", months)}
          >
            受け取り方の表をCSVで保存する
          </SaveTable>
          <Chart
            title="届いたお知らせ、届かなかったお知らせ"
            times={usage.months.map(({ month }) => monthBegins(month))}
            series={[
              {
                name: "届いたEメール",
                unit: "件",
                values: usage.months.map((row) => row.email_arrived.value),
              },
              {
                name: "届かなかったEメール",
                unit: "件",
                values: usage.months.map((row) => row.email_failed.value),
              },
              {
                name: "届いたプッシュ通知",
                unit: "件",
                values: usage.months.map((row) => row.push_arrived.value),
              },
              {
                name: "届かなかったプッシュ通知",
                unit: "件",
                values: usage.months.map((row) => row.push_failed.value),
              },
            ]}
            timeInWords={(time) => monthInWords(monthOf(time))}
            tick={monthTick}
            timeColumn="月"
            missing={HIDDEN}
          />
          <SaveTable small fileName="tasuki-haisou" load={() => loadUsageTable("deliveries", months)}>
            届いた数の表をCSVで保存する
          </SaveTable>
        </>
      )}
    </UsagePart>
  );
}
