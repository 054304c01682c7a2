import { useState } from "preact/hooks";
import { type BasicSheet, type BasicSheetNow, loadBasicSheet, writeBasicSheet } from "../../api/basic-sheet";
import type { Problem } from "../../api/problem";
import { useSending } from "../../api/use-sending";
import { SECTION_NAMES, SECTIONS, type SheetSection } from "../../city/sheet-words";
import { Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { ConfirmDialog } from "../../interface/confirm-dialog";
import { idOnPage } from "../../interface/error-fields";
import { focusSoon } from "../../interface/focus-soon";
import { merge, withSection } from "./merge";
import { pastedMedicines } from "./pasted-medicines";
import { SectionFields } from "./section-fields";
import { SectionView } from "./section-view";

/** What is being typed, on which version. */
export interface Typed {
  version: number;
  read: BasicSheet;
  sheet: BasicSheet;
  /** Lines of medicines that were pasted and are not yet entries. */
  pasted: string;
  /** What others wrote meanwhile, as long as somebody has to choose. */
  meanwhile: Meanwhile | null;
}

export function beginTyping(now: BasicSheetNow): Typed {
  return { version: now.version, read: now.sheet, sheet: now.sheet, pasted: "", meanwhile: null };
}

interface SheetFormProps {
  room: number;
  typed: Typed;
  onTyped: (typed: Typed) => void;
  onDone: () => void;
  onCancel: () => void;
}

export function SheetForm({ room, typed, onTyped, onDone, onCancel }: SheetFormProps) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [sending, send] = useSending();
  const { meanwhile } = typed;
  const save = () =>
    send(async () => {
      if (meanwhile && meanwhile.conflicts.length > 0) return focusSoon(MEANWHILE);
      const sheet = withMedicines(typed.sheet, typed.pasted);
      onTyped({ ...typed, sheet, pasted: "" });
      const answer = await writeBasicSheet(room, typed.version, sheet);
      if (answer.problem?.status === 412) {
        const now = await loadBasicSheet(room);
        if (now.data) onTyped(overtaken({ ...typed, sheet }, now.data));
      }
      setProblem(answer.problem ?? null);
      if (answer.data) onDone();
    });
  const choose = (section: SheetSection, isTheirs: boolean) => {
    if (!meanwhile) return;
    const sheet = isTheirs ? withSection(typed.sheet, section, meanwhile.theirs) : typed.sheet;
    const conflicts = meanwhile.conflicts.filter((one) => one !== section);
    onTyped({ ...typed, sheet, meanwhile: { ...meanwhile, conflicts } });
  };
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Refusal problem={problem} fieldId={idOnPage} />
      {meanwhile && <ChangedMeanwhile meanwhile={meanwhile} onChoice={choose} />}
      {SECTION_NAMES.map((section) => (
        <section class="card" key={section} aria-labelledby={`edit-${section}`}>
          <h2 id={`edit-${section}`}>{SECTIONS[section]}</h2>
          <SectionFields
            sheet={typed.sheet}
            section={section}
            problem={problem}
            onChange={(part) => onTyped({ ...typed, sheet: { ...typed.sheet, ...part } })}
            pasted={typed.pasted}
            onPasted={(pasted, medicines = typed.sheet.medicines) =>
              onTyped({ ...typed, pasted, sheet: { ...typed.sheet, medicines } })
            }
          />
        </section>
      ))}
      <div class="actions">
        <Button type="submit" kind="primary" sending={sending}>
          基本シートを保存する
        </Button>
        <Button onClick={() => (isChanged(typed) ? setAsking(true) : onCancel())}>やめる</Button>
      </div>
      <ConfirmDialog
        open={isAsking}
        heading="書いた内容を捨てますか"
        confirm="書いた内容を捨てる"
        cancel="書き続ける"
        danger
        onConfirm={onCancel}
        onCancel={() => setAsking(false)}
      >
        <p>保存していない内容はすべて消えます。元には戻せません。</p>
      </ConfirmDialog>
    </form>
  );
}

/** Whether there is anything that could be lost. */
function isChanged({ pasted, sheet, read }: Typed): boolean {
  return pasted.trim() !== "" || JSON.stringify(sheet) !== JSON.stringify(read);
}

/** What was pasted and not yet added belongs to the sheet as well. */
function withMedicines(sheet: BasicSheet, pasted: string): BasicSheet {
  return { ...sheet, medicines: [...sheet.medicines, ...pastedMedicines(pasted)] };
}

/** Somebody was faster: what only one of the two changed is taken, of the rest the person chooses. */
function overtaken(typed: Typed, now: BasicSheetNow): Typed {
  const merged = merge(typed.read, typed.sheet, now.sheet);
  const meanwhile = { theirs: now.sheet, taken: merged.taken, conflicts: merged.conflicts };
  return { version: now.version, read: now.sheet, sheet: merged.sheet, pasted: "", meanwhile };
}

const MEANWHILE = "meanwhile";

interface Meanwhile {
  theirs: BasicSheet;
  taken: SheetSection[];
  conflicts: SheetSection[];
}

interface ChangedMeanwhileProps {
  meanwhile: Meanwhile;
  onChoice: (section: SheetSection, isTheirs: boolean) => void;
}

/** What others wrote while this was typed (R38): the person looks and saves again. */
function ChangedMeanwhile({ meanwhile, onChoice }: ChangedMeanwhileProps) {
  const { theirs, taken, conflicts } = meanwhile;
  return (
    <section class="notice-box notice-box--warning stack" aria-labelledby={MEANWHILE}>
      <h2 id={MEANWHILE} tabIndex={-1}>
        ほかの人が直したところ
      </h2>
      {taken.length > 0 && (
        <p>{taken.map((section) => SECTIONS[section]).join("、")}は、ほかの人の内容を取り入れました。</p>
      )}
      {conflicts.map((section) => (
        <div key={section}>
          <p>
            <strong>{SECTIONS[section]}</strong>は、あなたもほかの人も直しました。ほかの人の内容:
          </p>
          <SectionView sheet={theirs} section={section} />
          <div class="actions">
            <Button small onClick={() => onChoice(section, false)}>
              {SECTIONS[section]}は自分の内容にする
            </Button>
            <Button small onClick={() => onChoice(section, true)}>
              {SECTIONS[section]}はほかの人の内容にする
            </Button>
          </div>
        </div>
      ))}
      <p>
        {conflicts.length > 0 && "どちらの内容にするかを選んでください。"}
        確かめてから、もう一度保存してください。
      </p>
    </section>
  );
}
