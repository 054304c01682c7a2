import type { SupportRoomUsage } from "../../api/types";
import { loadUsage, loadUsageTable, type Months } from "../../api/usage";
import { useLoaded } from "../../api/use-loaded";
import { ASSOCIATION_DESK } from "../../city/names";
import { PROFESSIONS, word } from "../../city/words";
import { SaveTable } from "../../interface/save-table";
import { monthInWords } from "./cell";
import { Count, CountTable } from "./count-table";
import { UsagePart } from "./usage-part";

const SIZES: Record<SupportRoomUsage["rooms_by_team_size"][number]["size"], string> = {
  "1-3": "1から3人",
  "4-6": "4から6人",
  "7-9": "7から9人",
  "10+": "10人以上",
};

/** The city owns the system and sees no patient: numbers only. */
export function SupportRoomsPart({ months }: { months: Months }) {
  const loaded = useLoaded("usage-support-rooms", loadUsage);
  return (
    <UsagePart id="support-rooms" heading="登録者支援の部屋(今)" loaded={loaded}>
      {(usage) => (
        <>
          <p>
            だれの部屋か、何が書かれているかは、市には分かりません(管理は
            {ASSOCIATION_DESK}
            )。
          </p>
          <Counts usage={usage} />
          <SaveTable small fileName="tasuki-shien" load={() => loadUsageTable("support_rooms", months)}>
            支援の部屋の表をCSVで保存する
          </SaveTable>
        </>
      )}
    </UsagePart>
  );
}

function Counts({ usage }: { usage: SupportRoomUsage }) {
  return (
    <>
      <dl class="counts">
        <Count name="開いている部屋" cell={usage.open_rooms} counter="室" />
        <Count name="閉じた部屋" cell={usage.closed_rooms} counter="室" />
        <Count name="登録者" cell={usage.registrants} counter="人" />
      </dl>
      <h3>職種ごとの担当者</h3>
      <CountTable
        heading="職種ごとの担当者"
        column="職種"
        counter="人"
        rows={usage.members_by_profession.map(({ profession, people }) => ({
          name: word(PROFESSIONS, profession),
          cell: people,
        }))}
      />
      <h3>担当者の人数ごとの部屋</h3>
      <CountTable
        heading="担当者の人数ごとの部屋"
        column="担当者の人数"
        counter="室"
        rows={usage.rooms_by_team_size.map(({ size, rooms }) => ({ name: word(SIZES, size), cell: rooms }))}
      />
      <h3>開いた部屋(この12か月)</h3>
      <CountTable
        heading="開いた部屋(この12か月)"
        column="月"
        counter="室"
        rows={usage.opened_by_month.map(({ month, rooms }) => ({ name: monthInWords(month), cell: rooms }))}
      />
    </>
  );
}
