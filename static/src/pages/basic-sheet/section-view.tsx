import type { BasicSheet } from "../../api/basic-sheet";
import { CARE_LEVELS, type SheetSection } from "../../city/sheet-words";
import { word } from "../../city/words";
import { wareki } from "../../dates/wareki";

/** One part of a sheet, to be read. */
export function SectionView({ sheet, section }: { sheet: BasicSheet; section: SheetSection }) {
  if (section === "allergies") return <AllergiesView allergies={sheet.allergies} />;
  if (section === "wishes") return <WishesView wishes={sheet.wishes} />;
  if (section === "care") return <CareView care={sheet.care} />;
  if (section === "living" || section === "caution") {
    return sheet[section] ? <p class="pre-line">{sheet[section]}</p> : <Unknown />;
  }
  const lines = linesOf(sheet, section);
  return lines.length === 0 ? <Unknown /> : <Lines lines={lines} />;
}

/** Nobody has written anything: that is not the same as "none". */
function Unknown() {
  return <p class="hint">記入なし</p>;
}

interface Line {
  main: string;
  rest: string;
  phone?: string;
}

function Lines({ lines }: { lines: Line[] }) {
  return (
    <ul class="sheet-lines">
      {lines.map((line, at) => (
        <li key={at}>
          <strong>{line.main}</strong> {line.rest}{" "}
          {line.phone && <a href={`tel:${line.phone.replace(/[^0-9+]/g, "")}`}>{line.phone}</a>}
        </li>
      ))}
    </ul>
  );
}

type ListSection = "diagnoses" | "medicines" | "treatments" | "doctors" | "contacts";

function linesOf(sheet: BasicSheet, section: ListSection): Line[] {
  const joined = (...parts: string[]) => parts.filter((part) => part !== "").join(" ・ ");
  if (section === "diagnoses") {
    const line = (one: BasicSheet["diagnoses"][number]) => ({
      main: one.name,
      rest: joined(one.is_main ? "主病名" : "", one.since),
    });
    return sheet.diagnoses.map(line);
  }
  if (section === "medicines") {
    return sheet.medicines.map((one) => ({ main: one.name, rest: joined(one.usage, one.prescriber) }));
  }
  if (section === "treatments") {
    return sheet.treatments.map((one) => ({ main: one.name, rest: one.detail }));
  }
  if (section === "doctors") {
    return sheet.doctors.map((one) => ({
      main: one.organization_name,
      rest: joined(one.name, one.note),
      phone: one.phone,
    }));
  }
  return sheet.contacts.map((one) => ({
    main: one.name,
    rest: joined(one.relation, one.lives_together ? "同居" : "", one.note),
    phone: one.phone,
  }));
}

function AllergiesView({ allergies }: { allergies: BasicSheet["allergies"] }) {
  if (allergies.none_known) return <p>なし(確認済み)</p>;
  if (allergies.items.length === 0) return <Unknown />;
  return <Lines lines={allergies.items.map((one) => ({ main: one.substance, rest: one.reaction }))} />;
}

function WishesView({ wishes }: { wishes: BasicSheet["wishes"] }) {
  if (!wishes.matters && !wishes.resuscitation) return <Unknown />;
  return (
    <>
      {wishes.matters && <p class="pre-line">{wishes.matters}</p>}
      {wishes.resuscitation && (
        <p class="pre-line">
          <strong>心肺停止のとき: </strong>
          {wishes.resuscitation}
        </p>
      )}
      {(wishes.said_on || wishes.said_by) && (
        <p class="hint">
          {wishes.said_on && wareki(wishes.said_on)} {wishes.said_by && `${wishes.said_by}が話した`}
        </p>
      )}
    </>
  );
}

function CareView({ care }: { care: BasicSheet["care"] }) {
  if (!care.level && !care.insured_number && !care.valid_from && !care.valid_until) return <Unknown />;
  return (
    <p>
      <strong>{care.level ? word(CARE_LEVELS, care.level) : "要介護度は分からない"}</strong>{" "}
      {care.valid_from && `${wareki(care.valid_from)}から`}
      {care.valid_until && `${wareki(care.valid_until)}まで`}
      {care.insured_number && ` 被保険者番号 ${care.insured_number}`}
    </p>
  );
}
