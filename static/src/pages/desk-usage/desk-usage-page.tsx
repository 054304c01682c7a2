import { loadUsage } from "../../api/support-desk";
import type { Cell, SupportRoomUsage } from "../../api/types";
import { useLoaded } from "../../api/use-loaded";
import { ASSOCIATION_DESK } from "../../city/names";
import { PROFESSIONS, word } from "../../city/words";
import { warekiWithTime } from "../../dates/wareki";
import { Failure, Loading } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Page } from "../../interface/page";
import { CityDesk } from "../../session/signed-in";
import { cellInWords, monthInWords } from "./cell";
import { FailuresPart } from "./failures-part";
import "./usage.css";

export function DeskUsagePage() {
  return <CityDesk>{() => <Usage />}</CityDesk>;
}

/** The city owns the system and sees no patient: numbers only, and none that is small enough to mean somebody. */
function Usage() {
  const { data, problem, reload } = useLoaded("usage-support-rooms", loadUsage);
  return (
    <Page heading="利用状況" title="支援の部屋の利用状況" wide>
      <div class="row row--apart">
        <p>
          登録者支援の部屋の数です。だれの部屋か、何が書かれているかは、市には分かりません(管理は
          {ASSOCIATION_DESK}
          )。
        </p>
        {data && (
          <Button small onClick={() => print()}>
            印刷する
          </Button>
        )}
      </div>
      <p class="print-only">{warekiWithTime(new Date().toISOString())}現在</p>
      {problem && <Failure problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what="利用状況" />}
      {data && <Counts usage={data} />}
      <FailuresPart />
    </Page>
  );
}

const SIZES: Record<SupportRoomUsage["rooms_by_team_size"][number]["size"], string> = {
  "1-3": "1から3人",
  "4-6": "4から6人",
  "7-9": "7から9人",
  "10+": "10人以上",
};

function Counts({ usage }: { usage: SupportRoomUsage }) {
  return (
    <>
      <dl class="counts">
        <Count name="開いている部屋" cell={usage.open_rooms} counter="室" />
        <Count name="閉じた部屋" cell={usage.closed_rooms} counter="室" />
        <Count name="登録者" cell={usage.registrants} counter="人" />
      </dl>
      <p>
        数が5より小さいところは、だれのことか分かってしまわないように出しません。合計から逆算できないように、次に小さいところも出さないことがあります。
      </p>
      <CountTable
        id="by-profession"
        heading="職種ごとの担当者"
        column="職種"
        counter="人"
        rows={usage.members_by_profession.map(({ profession, people }) => ({
          name: word(PROFESSIONS, profession),
          cell: people,
        }))}
      />
      <CountTable
        id="by-size"
        heading="担当者の人数ごとの部屋"
        column="担当者の人数"
        counter="室"
        rows={usage.rooms_by_team_size.map(({ size, rooms }) => ({ name: word(SIZES, size), cell: rooms }))}
      />
      <CountTable
        id="by-month"
        heading="開いた部屋(この12か月)"
        column="月"
        counter="室"
        rows={usage.opened_by_month.map(({ month, rooms }) => ({ name: monthInWords(month), cell: rooms }))}
      />
    </>
  );
}

function Count({ name, cell, counter }: { name: string; cell: Cell; counter: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class={cell.hidden ? "usage__hidden" : ""}>{cellInWords(cell, counter)}</dd>
    </div>
  );
}

interface CountTableProps {
  id: string;
  heading: string;
  column: string;
  counter: string;
  rows: { name: string; cell: Cell }[];
}

/** A small city would read the same words in row after row: what may not be shown is counted in one line. */
function CountTable({ id, heading, column, counter, rows }: CountTableProps) {
  const shown = rows.filter(({ cell }) => !cell.hidden);
  const hidden = rows.length - shown.length;
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {rows.length === 0 && <p>まだありません。</p>}
      {shown.length > 0 && (
        <table class="list usage">
          <caption class="visually-hidden">{heading}</caption>
          <thead>
            <tr>
              <th scope="col">{column}</th>
              <th scope="col">数</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ name, cell }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{cellInWords(cell, counter)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {hidden > 0 && (
        <p class="quiet">
          {shown.length > 0 ? "ほかの" : ""}
          {hidden}行は、数が小さいため表示していません。
        </p>
      )}
    </section>
  );
}
