import type { Printout, Summary } from "../../api/summary";
import { CARE_LEVELS } from "../../city/sheet-words";
import { GLUCOSE_TIMINGS, type Mark, VITAL_KINDS, vitalText } from "../../city/vital-words";
import { PROFESSIONS, word } from "../../city/words";
import { ageOn } from "../../dates/age";
import { japanDay, timeOfDay, wareki, warekiWithTime } from "../../dates/wareki";
import type { Entry, Fitted } from "./fit";
import { fittedParts, missingIn, PARTS, type PartKey } from "./page-parts";
import { Trend } from "./trend";

/** A line of the paper is short; the heading says what they are compared with. */
const SHORT_MARKS: Record<Mark, string> = { low: "低い↓", high: "高い↑" };

interface SummarySheetProps {
  room: number;
  summary: Summary;
  /** Null: it is looked at, and does not go onto paper. */
  printout: Printout | null;
}

/** The page itself, as it is on paper (A4): laid out so that it is never a second one. */
export function SummarySheet({ room, summary, printout }: SummarySheetProps) {
  const parts = fittedParts(summary);
  const missing = missingIn(summary);
  const part = (key: PartKey) => <SummaryPart key={key} name={key} room={room} fitted={parts.get(key)} />;
  return (
    <article class={printout ? "summary" : "summary summary--look"} aria-labelledby="summary-name">
      <Head summary={summary} printout={printout} />
      {missing.length > 0 && (
        <p class="summary__missing">
          <strong>記入・測定がないもの: {missing.join("、")}</strong>
        </p>
      )}
      <div class="summary__columns">
        <div>
          {(
            ["allergies", "wishes", "caution", "diagnoses", "medicines", "treatments", "living"] as const
          ).map(part)}
        </div>
        <div>
          {(["contacts", "doctors"] as const).map(part)}
          <Vitals summary={summary} />
          {(["next", "last", "team"] as const).map(part)}
        </div>
      </div>
      <Foot summary={summary} printout={printout} />
    </article>
  );
}

function Head({ summary, printout }: Omit<SummarySheetProps, "room">) {
  const { registrant, sheet, at } = summary;
  const { care } = sheet.sheet;
  const today = japanDay(new Date(at));
  return (
    <header class="summary__head">
      <h2 id="summary-name">
        {registrant.name} <span class="kana">{registrant.kana}</span>
      </h2>
      {printout && (
        <p class="summary__number">
          第{printout.number}号 {printout.purpose}
        </p>
      )}
      <p>
        {wareki(registrant.birth_date)}生({registrant.birth_date}){" "}
        <strong>{ageOn(registrant.birth_date, today)}歳</strong>
        {" ・ "}
        <strong>{care.level ? word(CARE_LEVELS, care.level) : "要介護度は記入なし"}</strong>
        {care.valid_until && `(${wareki(care.valid_until)}まで)`}
      </p>
      <p class="summary__address">
        {registrant.address} ・ 電話 {registrant.phone || "登録なし"}
      </p>
    </header>
  );
}

interface SummaryPartProps {
  name: PartKey;
  room: number;
  fitted: Fitted | undefined;
}

function SummaryPart({ name, room, fitted }: SummaryPartProps) {
  const { title, where, path } = PARTS[name];
  const { entries, more, isCut } = fitted ?? { entries: [], more: 0, isCut: false };
  return (
    <section aria-labelledby={`summary-${name}`}>
      <h3 id={`summary-${name}`}>{title}</h3>
      {entries.length === 0 && more === 0 && <p class="summary__none">記入なし</p>}
      {entries.length > 0 && (
        <ul>
          {entries.map((entry, at) => (
            <Line key={at} entry={entry} />
          ))}
        </ul>
      )}
      {(more > 0 || isCut) && (
        <p class="summary__more">
          {isCut && "…は途中まで。"}
          {more > 0 && `ほか${more}件。`}
          <a href={`/rooms/${room}${path}`}>すべては「{where}」</a>
        </p>
      )}
    </section>
  );
}

function Line({ entry: { main, rest, phone, warning } }: { entry: Entry }) {
  return (
    <li>
      {main && (warning ? <strong class="summary__warning">{main}</strong> : <strong>{main}</strong>)}
      {main && " "}
      {rest}
      {phone && (
        <>
          {" "}
          <a href={`tel:${phone.replace(/[^0-9+]/g, "")}`}>{phone}</a>
        </>
      )}
    </li>
  );
}

function Vitals({ summary }: { summary: Summary }) {
  return (
    <section aria-labelledby="summary-vitals">
      <h3 id="summary-vitals">測定値(最後の値。高い・低いは、決めた範囲の外)</h3>
      {summary.vitals.length === 0 && <p class="summary__none">測定なし</p>}
      <ul class="summary__vitals">
        {summary.vitals.map((vital) => {
          const { kind, value, measured_at, mark, glucose_timing } = vital.latest;
          return (
            <li key={kind}>
              <span>
                {VITAL_KINDS[kind].label} <strong>{vitalText(kind, value)}</strong>
                {mark && <strong class="summary__warning"> {SHORT_MARKS[mark]}</strong>}
                {glucose_timing && ` ${GLUCOSE_TIMINGS[glucose_timing]}`}
              </span>
              <time dateTime={measured_at}>{shortTime(measured_at, summary.at)}</time>
              <Trend vital={vital} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** 11/26 8:05; of another year 2025/11/26. */
function shortTime(measuredAt: string, now: string): string {
  const [day, today] = [measuredAt, now].map((time) => japanDay(new Date(time))) as [string, string];
  if (day.slice(0, 4) !== today.slice(0, 4)) return day.replaceAll("-", "/");
  return `${Number(day.slice(5, 7))}/${Number(day.slice(8))} ${timeOfDay(measuredAt)}`;
}

function Foot({ summary, printout }: Omit<SummarySheetProps, "room">) {
  const { written, confirmed, version, is_confirmation_due, confirm_after_days } = summary.sheet;
  return (
    <footer class="summary__foot">
      <p>
        基本シート:{" "}
        {written ? `第${version}版 ${wareki(written.at)} ${written.name}` : "まだだれも書いていません"}
        {confirmed && ` ・ 最後の確認 ${wareki(confirmed.at)} ${confirmed.name}`}
        {is_confirmation_due && <strong> ・ {confirm_after_days}日以上、だれも確認していません</strong>}
      </p>
      {printout && (
        <p>
          印刷: 第{printout.number}号 {warekiWithTime(printout.printed.at)} {printout.printed.name}(
          {word(PROFESSIONS, printout.printed.profession)} ・ {printout.printed.organization_name}) ・ 目的:{" "}
          {printout.purpose} ・ 内容は{warekiWithTime(summary.at)}のもの
        </p>
      )}
      <p>個人情報です。使い終わったら、確実に処分してください。</p>
    </footer>
  );
}
