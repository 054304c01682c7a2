import type { BasicSheet } from "../../api/basic-sheet";
import type { Problem } from "../../api/problem";
import type { SheetSection } from "../../city/sheet-words";
import { errorOf } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Field } from "../../interface/field";
import { EntryList } from "./entry-list";
import { pastedMedicines } from "./pasted-medicines";
import { CareFields, LongText, WishesFields } from "./sheet-fields";

interface SectionFieldsProps {
  sheet: BasicSheet;
  section: SheetSection;
  problem: Problem | null;
  onChange: (part: Partial<BasicSheet>) => void;
  /** Lines of medicines that are not yet entries. */
  pasted: string;
  onPasted: (text: string, medicines?: BasicSheet["medicines"]) => void;
}

/** One part of the sheet, to be written. */
export function SectionFields({ section, pasted, onPasted, ...props }: SectionFieldsProps) {
  const { sheet, problem, onChange } = props;
  if (section === "wishes") {
    const change = (part: Partial<BasicSheet["wishes"]>) =>
      onChange({ wishes: { ...sheet.wishes, ...part } });
    return <WishesFields value={sheet.wishes} problem={problem} onChange={change} />;
  }
  if (section === "care") {
    const change = (part: Partial<BasicSheet["care"]>) => onChange({ care: { ...sheet.care, ...part } });
    return <CareFields value={sheet.care} problem={problem} onChange={change} />;
  }
  if (section === "living" || section === "caution") {
    const [label, hint] =
      section === "living"
        ? ["暮らしのようす", "家族、住まい、鍵、ペットなど"]
        : ["訪問する人が気をつけること", "転倒、誤嚥、声のかけ方など"];
    const write = (text: string) => onChange({ [section]: text });
    return (
      <LongText
        path={section}
        label={label}
        hint={hint}
        value={sheet[section]}
        problem={problem}
        onValue={write}
      />
    );
  }
  if (section === "allergies") return <AllergyFields sheet={sheet} problem={problem} onChange={onChange} />;
  if (section === "medicines") return <MedicineFields {...props} pasted={pasted} onPasted={onPasted} />;
  return <OtherList sheet={sheet} section={section} problem={problem} onChange={onChange} />;
}

type ListProps = Omit<SectionFieldsProps, "section" | "pasted" | "onPasted">;

function AllergyFields({ sheet, problem, onChange }: ListProps) {
  const { allergies } = sheet;
  const change = (part: Partial<BasicSheet["allergies"]>) =>
    onChange({ allergies: { ...allergies, ...part } });
  const error = errorOf(problem, "allergies.none_known");
  return (
    <>
      {error && <p class="error">{error}</p>}
      <label class="check">
        <input
          type="checkbox"
          id="allergies-none_known"
          checked={allergies.none_known}
          onChange={(event) => change({ none_known: event.currentTarget.checked })}
        />
        アレルギーはない(確かめた)
      </label>
      <EntryList
        path="allergies.items"
        what="アレルギー"
        entries={allergies.items}
        empty={{ substance: "", reaction: "" }}
        fields={[
          { name: "substance", label: "原因" },
          { name: "reaction", label: "起きたこと" },
        ]}
        problem={problem}
        onEntries={(items) => change({ items })}
      />
    </>
  );
}

function MedicineFields({ sheet, problem, onChange, pasted, onPasted }: Omit<SectionFieldsProps, "section">) {
  return (
    <>
      <EntryList
        path="medicines"
        what="薬"
        entries={sheet.medicines}
        empty={{ name: "", usage: "", prescriber: "" }}
        fields={[
          { name: "name", label: "薬の名前" },
          { name: "usage", label: "量と飲み方" },
          { name: "prescriber", label: "処方元" },
        ]}
        problem={problem}
        onEntries={(medicines) => onChange({ medicines })}
      />
      <Field
        id="medicines-pasted"
        label="まとめて貼り付ける"
        hint="1行に1つ。名前・飲み方・処方元の順で、タブや読点で区切ります。"
        optional
      >
        {(attributes) => (
          <textarea
            {...attributes}
            rows={3}
            value={pasted}
            onInput={(event) => onPasted(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="actions">
        <Button
          small
          disabled={pasted.trim() === ""}
          onClick={() => onPasted("", [...sheet.medicines, ...pastedMedicines(pasted)])}
        >
          貼り付けた薬を足す
        </Button>
      </div>
    </>
  );
}

interface OtherListProps extends ListProps {
  section: "diagnoses" | "treatments" | "doctors" | "contacts";
}

function OtherList({ sheet, section, problem, onChange }: OtherListProps) {
  if (section === "diagnoses") {
    return (
      <EntryList
        path="diagnoses"
        what="病名"
        entries={sheet.diagnoses}
        empty={{ name: "", since: "", is_main: sheet.diagnoses.length === 0 }}
        fields={[
          { name: "name", label: "病名" },
          { name: "since", label: "いつから" },
        ]}
        tick={{ name: "is_main", label: "主病名" }}
        problem={problem}
        onEntries={(diagnoses) => onChange({ diagnoses })}
      />
    );
  }
  if (section === "treatments") {
    return (
      <EntryList
        path="treatments"
        what="機器・処置"
        entries={sheet.treatments}
        empty={{ name: "", detail: "" }}
        fields={[
          { name: "name", label: "機器・処置の名前" },
          { name: "detail", label: "内容" },
        ]}
        problem={problem}
        onEntries={(treatments) => onChange({ treatments })}
      />
    );
  }
  return <PeopleList sheet={sheet} section={section} problem={problem} onChange={onChange} />;
}

interface PeopleListProps extends ListProps {
  section: "doctors" | "contacts";
}

function PeopleList({ sheet, section, problem, onChange }: PeopleListProps) {
  if (section === "doctors") {
    return (
      <EntryList
        path="doctors"
        what="医療機関"
        entries={sheet.doctors}
        empty={{ organization_name: "", name: "", phone: "", note: "" }}
        fields={[
          { name: "organization_name", label: "診療所・病院" },
          { name: "name", label: "医師の名前" },
          { name: "phone", label: "電話番号", type: "tel" },
          { name: "note", label: "診療科・連絡の仕方" },
        ]}
        problem={problem}
        onEntries={(doctors) => onChange({ doctors })}
      />
    );
  }
  return (
    <EntryList
      path="contacts"
      what="連絡先"
      entries={sheet.contacts}
      empty={{ name: "", relation: "", phone: "", lives_together: false, note: "" }}
      fields={[
        { name: "name", label: "名前" },
        { name: "relation", label: "続柄" },
        { name: "phone", label: "電話番号", type: "tel" },
        { name: "note", label: "備考" },
      ]}
      tick={{ name: "lives_together", label: "同居している" }}
      problem={problem}
      onEntries={(contacts) => onChange({ contacts })}
    />
  );
}
