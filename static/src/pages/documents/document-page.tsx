import { useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import { type DocumentShown, loadDocument } from "../../api/documents";
import { loadRoom, type Room } from "../../api/support";
import { useLoaded } from "../../api/use-loaded";
import { Failure, Loading } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Page } from "../../interface/page";
import { SignedIn } from "../../session/signed-in";
import { roomNumber } from "../room/room-number";
import { NoRoom } from "../room/room-page";
import { addressOf, askingOf, type Shown, shownBy } from "./asking";
import { DocumentActions } from "./document-actions";
import { Facts } from "./facts";
import { HistoryPart } from "./history-part";
import { ReadersDialog } from "./readers-dialog";
import { Viewer } from "./viewer";
import "./documents.css";

export function DocumentPage() {
  const { params } = useRoute();
  const [room, document] = [roomNumber(params.room), roomNumber(params.document)];
  return (
    <SignedIn>{() => <OneDocument key={`${room} ${document}`} room={room} document={document} />}</SignedIn>
  );
}

/** One paper: read, and everything that is to be known and done with it (R20, R32, R38). */
function OneDocument({ room, document }: { room: number; document: number }) {
  const { query } = useLocation();
  const shown = shownBy(query);
  const ofRoom = useLoaded(`room ${room}`, () => loadRoom(room));
  const loaded = useLoaded(`document ${room} ${document} ${JSON.stringify(askingOf(shown))}`, () =>
    loadDocument(room, document, askingOf(shown)),
  );
  const list = `/rooms/${room}/documents`;
  const { data } = loaded;
  // A patient's papers do not stand in the title of a window that others may see.
  return (
    <Page heading={data ? data.document.title : "書類"} title="書類" wide help="web#documents">
      <p class="row row--apart no-print">
        <a class="back" href={addressOf(list, shown)}>
          一覧へ戻る
        </a>
        <Button small onClick={() => print()}>
          印刷する
        </Button>
      </p>
      {ofRoom.problem && <NoRoom problem={ofRoom.problem} onRetry={() => void ofRoom.reload()} />}
      {!ofRoom.problem && loaded.problem && (
        <Failure
          problem={loaded.problem}
          {...(loaded.problem.status === 404 ? {} : { onRetry: () => void loaded.reload() })}
        />
      )}
      {(!data || !ofRoom.data) && !ofRoom.problem && !loaded.problem && <Loading what="書類" />}
      {data && ofRoom.data && !ofRoom.problem && (
        <Content
          room={ofRoom.data}
          data={data}
          shown={shown}
          asked={Number(query.version)}
          onChanged={loaded.reload}
        />
      )}
    </Page>
  );
}

interface ContentProps {
  room: Room;
  data: DocumentShown;
  shown: Shown;
  /** The version that the address names. */
  asked: number;
  onChanged: () => Promise<void>;
}

function Content({ room, data, shown, asked, onChanged }: ContentProps) {
  const { document, versions } = data;
  const number = document.document_id;
  const version = versions.find((one) => one.version === asked) ?? versions[0];
  const [showsReaders, setShowsReaders] = useState(false);
  if (!version) return null;
  const isNewest = version.version === document.version;
  return (
    <>
      <p>
        <strong>{room.name}</strong>
      </p>
      <Beside room={room.room_id} data={data} shown={shown} />
      {versions.length > 1 && (
        <VersionChoice room={room.room_id} data={data} shown={shown} current={version.version} />
      )}
      {!isNewest && (
        <p class="notice-box notice-box--warning">
          これは古い版(第{version.version}版)です。いまは第{document.version}版があります。
        </p>
      )}
      {!document.withdrawal && (
        <Viewer
          key={version.version}
          room={room.room_id}
          document={number}
          version={version.version}
          file={version.file}
        />
      )}
      <Facts document={document} version={version} />
      {!document.withdrawal && (
        <div class="actions no-print">
          <Button onClick={() => setShowsReaders(true)}>だれが読んだか({version.read_count}人)</Button>
        </div>
      )}
      {showsReaders && (
        <ReadersDialog
          room={room.room_id}
          document={number}
          version={version.version}
          onClose={() => setShowsReaders(false)}
        />
      )}
      {room.via === "member" && (
        <DocumentActions room={room.room_id} document={document} onChanged={onChanged} />
      )}
      <HistoryPart key={document.revision} room={room.room_id} document={number} />
    </>
  );
}

interface PartProps {
  room: number;
  data: DocumentShown;
  shown: Shown;
}

/** The papers before and after it, in the list it was found in. */
function Beside({ room, data: { previous_id: previous, next_id: next }, shown }: PartProps) {
  if (previous === null && next === null) return null;
  const address = (document: number) => addressOf(`/rooms/${room}/documents/${document}`, shown);
  return (
    <nav class="row row--apart no-print document-beside" aria-label="前後の書類">
      {previous === null ? <span /> : <a href={address(previous)}>前の書類</a>}
      {next === null ? <span /> : <a href={address(next)}>次の書類</a>}
    </nav>
  );
}

function VersionChoice({ room, data, shown, current }: PartProps & { current: number }) {
  const { route } = useLocation();
  const { document, versions } = data;
  const path = `/rooms/${room}/documents/${document.document_id}`;
  return (
    <div class="field no-print">
      <label for="shown-version">版</label>
      <select
        id="shown-version"
        value={String(current)}
        onChange={(event) => {
          const version = event.currentTarget.value;
          route(addressOf(path, shown, version === String(document.version) ? {} : { version }), true);
        }}
      >
        {versions.map((one) => (
          <option key={one.version} value={String(one.version)}>
            第{one.version}版{one.version === document.version && "(最新)"} {one.written.name}
            {one.note && ` ${one.note}`}
          </option>
        ))}
      </select>
    </div>
  );
}
