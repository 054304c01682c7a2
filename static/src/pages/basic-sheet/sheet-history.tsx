import { useState } from "preact/hooks";
import {
  loadSheetVersion,
  loadSheetVersions,
  type SheetVersion,
  type WrittenBy,
} from "../../api/basic-sheet";
import { useLoaded } from "../../api/use-loaded";
import { usePages } from "../../api/use-pages";
import { SECTIONS } from "../../city/sheet-words";
import { PROFESSIONS, word } from "../../city/words";
import { warekiWithTime } from "../../dates/wareki";
import { EmptyState, Failure, Loading } from "../../interface/answers";
import { Button } from "../../interface/button";
import { ListEnd } from "../../interface/list-end";
import { SectionView } from "./section-view";

/** Every version, who wrote and confirmed it, and what was different before (R38). */
export function SheetHistory({ room }: { room: number }) {
  const pages = usePages(`sheet versions ${room}`, (after) => loadSheetVersions(room, after));
  const { items, problem } = pages;
  return (
    <section class="stack" aria-labelledby="sheet-history">
      <h2 id="sheet-history">これまでの版</h2>
      {problem && <Failure problem={problem} onRetry={() => void pages.reload()} />}
      {!items && !problem && <Loading what="これまでの版" />}
      {items?.length === 0 && <EmptyState title="まだ書かれていません" />}
      {items?.map((item) => (
        <OneVersion key={item.version} room={room} item={item} />
      ))}
      {items && items.length > 0 && <ListEnd counter="版" pages={pages} />}
    </section>
  );
}

export function byline(by: WrittenBy): string {
  return `${warekiWithTime(by.at)} ${by.name}(${word(PROFESSIONS, by.profession)} ・ ${by.organization_name})`;
}

function OneVersion({ room, item }: { room: number; item: SheetVersion }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <article class="card" aria-label={`第${item.version}版`}>
      <p>
        <strong>第{item.version}版</strong> {byline(item.written)}
      </p>
      <p>直したところ: {item.changed.map((section) => SECTIONS[section]).join("、")}</p>
      {item.confirmations.map((by) => (
        <p class="hint" key={by.at}>
          {byline(by)}が、内容を確認しました。
        </p>
      ))}
      <div class="actions">
        <Button small onClick={() => setOpen(!isOpen)}>
          {isOpen ? "違いを閉じる" : `第${item.version}版の違いを見る`}
        </Button>
      </div>
      {isOpen && <Differences room={room} version={item.version} />}
    </article>
  );
}

function Differences({ room, version }: { room: number; version: number }) {
  const { data, problem, reload } = useLoaded(`sheet ${room} ${version}`, () =>
    loadSheetVersion(room, version),
  );
  if (problem) return <Failure problem={problem} onRetry={() => void reload()} />;
  if (!data) return <Loading what="違い" />;
  return (
    <>
      {data.changed.map((section) => (
        <section key={section} aria-label={`${SECTIONS[section]}の違い`}>
          <h3>{SECTIONS[section]}</h3>
          <div class="two-columns">
            <div>
              <p class="hint">前</p>
              <SectionView sheet={data.before} section={section} />
            </div>
            <div>
              <p class="hint">この版</p>
              <SectionView sheet={data.after} section={section} />
            </div>
          </div>
        </section>
      ))}
    </>
  );
}
