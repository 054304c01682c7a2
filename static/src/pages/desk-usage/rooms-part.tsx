import type { RoomUsage } from "../../api/types";
import { loadRoomUsage, loadUsageTable, type Months } from "../../api/usage";
import { useLoaded } from "../../api/use-loaded";
import { SaveTable } from "../../interface/save-table";
import { cellInWords } from "./cell";
import { UsagePart } from "./usage-part";

/** R26: in how many rooms people still write. Which ones are silent is for the pages of those rooms. */
export function RoomsPart({ months }: { months: Months }) {
  const loaded = useLoaded("usage rooms", loadRoomUsage);
  return (
    <UsagePart id="rooms" heading="部屋の使われ方(今)" loaded={loaded}>
      {(usage) => (
        <>
          <table class="list usage">
            <caption class="visually-hidden">部屋の使われ方</caption>
            <thead>
              <tr>
                <th scope="col">部屋の種類</th>
                <th scope="col">開いている部屋</th>
                <th scope="col">書き込みのある部屋</th>
                <th scope="col">90日以上書き込みのない部屋</th>
              </tr>
            </thead>
            <tbody>
              <Row name="職種連携の部屋" rooms={usage.collaboration} />
              <Row name="登録者支援の部屋" rooms={usage.support} />
            </tbody>
          </table>
          <SaveTable small fileName="tasuki-heya" load={() => loadUsageTable("rooms", months)}>
            部屋の表をCSVで保存する
          </SaveTable>
        </>
      )}
    </UsagePart>
  );
}

function Row({ name, rooms }: { name: string; rooms: RoomUsage["support"] }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-label="開いている部屋">{cellInWords(rooms.open, "室")}</td>
      <td data-label="書き込みのある部屋">{cellInWords(rooms.alive, "室")}</td>
      <td data-label="90日以上書き込みのない部屋">{cellInWords(rooms.silent, "室")}</td>
    </tr>
  );
}
