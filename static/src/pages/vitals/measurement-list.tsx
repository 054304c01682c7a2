import { useState } from "preact/hooks";
import type { Me } from "../../api/types";
import { usePages } from "../../api/use-pages";
import { loadMeasurements, type Measurement } from "../../api/vitals";
import {
  ALL_KINDS,
  GLUCOSE_TIMINGS,
  MARKS,
  VITAL_KINDS,
  type VitalKind,
  vitalText,
} from "../../city/vital-words";
import { PROFESSIONS } from "../../city/words";
import { warekiWithTime } from "../../dates/wareki";
import { EmptyState, Failure, Loading } from "../../interface/answers";
import { Button } from "../../interface/button";
import { ListEnd } from "../../interface/list-end";
import { CorrectionDialog } from "./correction-dialog";
import { VersionsDialog } from "./versions-dialog";
import { WithdrawalDialog } from "./withdrawal-dialog";

interface MeasurementListProps {
  room: number;
  me: Me;
  /** Not through broken glass. */
  mayChange: boolean;
  onChanged: () => void;
}

type Opened = { what: "correction" | "withdrawal" | "versions"; of: Measurement };

/** Everything that was measured, newest first; what was taken back stays, crossed out (R38). */
export function MeasurementList({ room, me, mayChange, onChanged }: MeasurementListProps) {
  const pages = usePages<Measurement>(`measurements ${room}`, (after) => loadMeasurements(room, after));
  const [opened, setOpened] = useState<Opened | null>(null);
  const { items, problem } = pages;
  // Somebody may have been faster: what is opened next is as it is now.
  const close = () => {
    setOpened(null);
    void pages.reload();
  };
  const changed = () => {
    close();
    onChanged();
  };
  const dialog = opened && { room, me, measurement: opened.of, onClose: close, onChanged: changed };
  return (
    <section class="stack" aria-labelledby="measurements">
      <h2 id="measurements">これまでの測定値</h2>
      {problem && <Failure problem={problem} onRetry={() => void pages.reload()} />}
      {!items && !problem && <Loading what="測定値" />}
      {items?.length === 0 && <EmptyState title="まだ測定値がありません" />}
      {items && items.length > 0 && (
        <>
          <ol class="plain-list stack">
            {items.map((item) => (
              <Item
                key={item.measurement_id}
                item={item}
                mayChange={mayChange}
                onOpen={(what) => setOpened({ what, of: item })}
              />
            ))}
          </ol>
          <ListEnd counter="件" pages={pages} />
        </>
      )}
      {dialog && opened.what === "correction" && <CorrectionDialog {...dialog} />}
      {dialog && opened.what === "withdrawal" && <WithdrawalDialog {...dialog} />}
      {dialog && opened.what === "versions" && (
        <VersionsDialog room={room} measurement={opened.of.measurement_id} onClose={close} />
      )}
    </section>
  );
}

interface ItemProps {
  item: Measurement;
  mayChange: boolean;
  onOpen: (what: Opened["what"]) => void;
}

function Item({ item, mayChange, onOpen }: ItemProps) {
  const { withdrawal, author } = item;
  return (
    <li class={withdrawal ? "card vital-item vital-item--withdrawn" : "card vital-item"}>
      <h3>
        <time dateTime={item.measured_at}>{warekiWithTime(item.measured_at)}</time>
      </h3>
      <Values readings={item.readings} marks={item.marks} timing={item.glucose_timing} />
      {item.note && <p class="pre-line">{item.note}</p>}
      {withdrawal && (
        <p class="notice-box">
          {withdrawal.by_name}さんが{warekiWithTime(withdrawal.at)}に取り消しました。
          {withdrawal.reason && `理由: ${withdrawal.reason}`}
        </p>
      )}
      <p class="hint">
        {author.name}({PROFESSIONS[author.profession]}・{author.organization_name})
        {item.source === "pasted" && "・測定器から"}
      </p>
      <div class="row no-print">
        {item.corrected_at && (
          <Button small onClick={() => onOpen("versions")}>
            直す前の値を見る
          </Button>
        )}
        {mayChange && !withdrawal && (
          <>
            <Button small onClick={() => onOpen("correction")}>
              直す
            </Button>
            <Button small onClick={() => onOpen("withdrawal")}>
              取り消す
            </Button>
          </>
        )}
      </div>
    </li>
  );
}

interface ValuesProps {
  readings: Measurement["readings"];
  marks?: Measurement["marks"];
  timing: Measurement["glucose_timing"];
}

/** Every value with its name; one outside the limits says so in words. */
export function Values({ readings, marks = {}, timing }: ValuesProps) {
  const kinds = ALL_KINDS.filter((kind) => readings[kind] !== undefined);
  const text = (kind: VitalKind) => {
    const when = kind === "blood_glucose" && timing ? ` (${GLUCOSE_TIMINGS[timing]})` : "";
    return `${vitalText(kind, readings[kind] ?? 0)}${when}`;
  };
  return (
    <dl class="vital-values">
      {kinds.map((kind) => {
        const mark = marks[kind];
        return (
          <div key={kind}>
            <dt>{VITAL_KINDS[kind].label}</dt>
            <dd>
              {text(kind)}
              {mark && <strong class="vital-mark">{MARKS[mark]}</strong>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
