import { useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import { type DocumentFolders, loadFolders } from "../../api/documents";
import { loadRoom, type Room } from "../../api/support";
import { useLoaded } from "../../api/use-loaded";
import { Failure, Loading } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Page } from "../../interface/page";
import { SignedIn } from "../../session/signed-in";
import { roomNumber } from "../room/room-number";
import { NoRoom } from "../room/room-page";
import { AddForm } from "./add-form";
import { addressOf, type Shown, shownBy } from "./asking";
import { DocumentList } from "./document-list";
import { Filters } from "./filters";
import { FoldersPart } from "./folders-part";
import "./documents.css";

export function DocumentsPage() {
  const room = roomNumber(useRoute().params.room);
  return <SignedIn>{() => <Documents key={room} room={room} />}</SignedIn>;
}

/** The papers of a registrant (R18, R20, R38). */
function Documents({ room }: { room: number }) {
  const { query } = useLocation();
  const shown = shownBy(query);
  const ofRoom = useLoaded(`room ${room}`, () => loadRoom(room));
  const folders = useLoaded(`document folders ${room}`, () => loadFolders(room));
  const problem = ofRoom.problem ?? (folders.data ? null : folders.problem);
  const again = () => {
    void ofRoom.reload();
    void folders.reload();
  };
  return (
    <Page heading={shown.withdrawn ? "しまった書類" : "書類"} wide help="web#documents">
      <p class="row row--apart no-print">
        {shown.withdrawn ? (
          <a class="back" href={`/rooms/${room}/documents`}>
            書類へ戻る
          </a>
        ) : (
          <a class="back" href={`/rooms/${room}`}>
            部屋へ戻る
          </a>
        )}
        <Button small onClick={() => print()}>
          印刷する
        </Button>
      </p>
      {problem && <NoRoom problem={problem} onRetry={again} />}
      {(!ofRoom.data || !folders.data) && !problem && <Loading what="書類" />}
      {ofRoom.data && folders.data && !problem && (
        <OfRoom room={ofRoom.data} folders={folders.data} shown={shown} onChanged={folders.reload} />
      )}
      {folders.data && folders.problem && (
        <Failure problem={folders.problem} onRetry={() => void folders.reload()} />
      )}
    </Page>
  );
}

interface OfRoomProps {
  room: Room;
  folders: DocumentFolders;
  shown: Shown;
  onChanged: () => Promise<void>;
}

function OfRoom({ room, folders, shown, onChanged }: OfRoomProps) {
  const [isAdding, setAdding] = useState(false);
  const [filed, setFiled] = useState<string | null>(null);
  const [filedCount, setFiledCount] = useState(0);
  const number = room.room_id;
  const path = `/rooms/${number}/documents`;
  const mayChange = room.via === "member";
  const isInUse = !shown.withdrawn;
  const changed = () => {
    setFiledCount(filedCount + 1);
    return onChanged();
  };
  const done = (title: string) => {
    setAdding(false);
    setFiled(title);
    void changed();
  };
  return (
    <>
      <p>
        <strong>{room.name}</strong>
      </p>
      <p role="status" class={filed === null ? "status-line" : "notice-box notice-box--success"}>
        {filed !== null && `「${filed}」を登録しました。ほかの担当者に知らせます。`}
      </p>
      {mayChange && isInUse && !isAdding && (
        <div class="actions no-print">
          <Button
            kind="primary"
            onClick={() => {
              setFiled(null);
              setAdding(true);
            }}
          >
            書類を登録する
          </Button>
        </div>
      )}
      {mayChange && isInUse && isAdding && (
        <AddForm
          room={number}
          folders={folders}
          folder={shown.folder}
          onFiled={done}
          onCancel={() => setAdding(false)}
        />
      )}
      {isInUse && <Filters path={path} shown={shown} folders={folders} />}
      <DocumentList key={filedCount} room={number} shown={shown} isAnythingThere={folders.documents > 0} />
      {isInUse && (
        <>
          {folders.withdrawn > 0 && (
            <p class="no-print">
              <a href={addressOf(path, { ...shown, withdrawn: true })}>
                しまった書類を見る({folders.withdrawn}件)
              </a>
            </p>
          )}
          {mayChange && <FoldersPart room={number} folders={folders} onChanged={changed} />}
        </>
      )}
    </>
  );
}
