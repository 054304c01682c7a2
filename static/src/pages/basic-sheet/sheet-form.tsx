import { useState } from "preact/hooks";
import { type BasicSheet, type BasicSheetNow, loadBasicSheet, writeBasicSheet } from "../../api/basic-sheet";
import type { Problem } from "../../api/problem";
import { useSending } from "../../api/use-sending";
import { SECTION_NAMES, SECTIONS, type SheetSection } from "../../city/sheet-words";
import { Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { idOnPage } from "../../interface/error-fields";
import { merge, withSection } from "./merge";
import { SectionFields } from "./section-fields";
import { SectionView } from "./section-view";

/** What is being typed, on which version. */
export interface Typed {
  version: number;
  read: BasicSheet;
  sheet: BasicSheet;
}

export function beginTyping(now: BasicSheetNow): Typed {
  return { version: now.version, read: now.sheet, sheet: now.sheet };
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
  const [meanwhile, setMeanwhile] = useState<Meanwhile | null>(null);
  const [sending, send] = useSending();
  const save = () =>
    send(async () => {
      const answer = await writeBasicSheet(room, typed.version, typed.sheet);
      if (answer.problem?.status === 412) {
        const now = await loadBasicSheet(room);
        if (now.data) {
          const merged = merge(typed.read, typed.sheet, now.data.sheet);
          onTyped({ version: now.data.version, read: now.data.sheet, sheet: merged.sheet });
          setMeanwhile({ theirs: now.data.sheet, taken: merged.taken, conflicts: merged.conflicts });
        }
      }
      setProblem(answer.problem ?? null);
      if (answer.data) onDone();
    });
  const choose = (section: SheetSection, isTheirs: boolean) => {
    if (!meanwhile) return;
    if (isTheirs) onTyped({ ...typed, sheet: withSection(typed.sheet, section, meanwhile.theirs) });
    setMeanwhile({ ...meanwhile, conflicts: meanwhile.conflicts.filter((one) => one !== section) });
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
          />
        </section>
      ))}
      <div class="actions">
        <Button type="submit" kind="primary" sending={sending}>
          基本シートを保存する
        </Button>
        <Button onClick={onCancel}>やめる</Button>
      </div>
    </form>
  );
}

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
    <section class="notice-box notice-box--warning stack" aria-labelledby="meanwhile">
      <h2 id="meanwhile">ほかの人が直したところ</h2>
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
      <p>確かめてから、もう一度保存してください。</p>
    </section>
  );
}
