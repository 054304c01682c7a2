import { useState } from "preact/hooks";
import type { Problem } from "../../api/problem";
import { type CarriedResources, loadCarried, loadCarriedFile } from "../../api/takeovers";
import { usePages } from "../../api/use-pages";
import { useSending } from "../../api/use-sending";
import { wareki, warekiWithTime } from "../../dates/wareki";
import { Failure, Loading, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { ListEnd } from "../../interface/list-end";
import { saveFile } from "../../interface/save-file";
import { KINDS, type Kind, type Line, lineOf } from "./resources";

interface CarriedListProps {
  room: number;
  kind: Kind;
}

/** What came of one kind, the last first. */
export function CarriedList({ room, kind }: CarriedListProps) {
  const pages = usePages<CarriedResources["items"][number]>(`carried ${room} ${kind}`, (after) =>
    loadCarried(room, kind, after),
  );
  const { items, problem } = pages;
  return (
    <section aria-labelledby="carried-kind" class="stack">
      <h2 id="carried-kind">{KINDS[kind]}</h2>
      {problem && <Failure problem={problem} onRetry={() => void pages.reload()} />}
      {!items && !problem && <Loading what="引き継いだ記録" />}
      {items?.length === 0 && <p>この種類の記録は、ありません。</p>}
      {items && items.length > 0 && (
        <>
          <ol class="plain-list stack" aria-label={`引き継いだ${KINDS[kind]}`}>
            {items.map((item) => (
              <li class="card" key={item.uuid}>
                <Shown room={room} line={lineOf(kind, item.resource)} />
              </li>
            ))}
          </ol>
          <ListEnd counter="件" pages={pages} />
        </>
      )}
    </section>
  );
}

function Shown({ room, line }: { room: number; line: Line }) {
  return (
    <>
      <p class="hint">
        {when(line.at)} {line.author}
      </p>
      {line.heading && (
        <p>
          <strong>{line.heading}</strong>
        </p>
      )}
      {line.isWithdrawn && <p class="hint">前の地域で取り消された記録です。</p>}
      {line.texts.map((text, at) => (
        <p class="pre-line" key={at}>
          {text}
        </p>
      ))}
      {line.files.map((file) => (
        <SavedFile key={file.uuid} room={room} file={file} />
      ))}
    </>
  );
}

function SavedFile({ room, file }: { room: number; file: Line["files"][number] }) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const save = () =>
    send(async () => {
      const answer = await loadCarriedFile(room, file.uuid);
      setProblem(answer.problem ?? null);
      if (answer.data) saveFile(answer.data, file.name);
    });
  return (
    <div class="no-print">
      <Refusal problem={problem} fieldId={() => null} />
      <Button small sending={sending} onClick={() => void save()}>
        「{file.name}」を保存する
      </Button>
    </div>
  );
}

/** A day, a moment, or whatever was written there. */
function when(at: string): string {
  if (Number.isNaN(Date.parse(at))) return at;
  return at.length > 10 ? warekiWithTime(at) : wareki(at);
}
