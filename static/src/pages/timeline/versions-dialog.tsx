import { loadVersions } from "../../api/messages";
import { useLoaded } from "../../api/use-loaded";
import { warekiWithTime } from "../../dates/wareki";
import { Failure, Loading } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Dialog } from "../../interface/dialog";

interface VersionsDialogProps {
  room: number;
  message: number;
  onClose: () => void;
}

/** What a message said before, the newest wording first. */
export function VersionsDialog({ room, message, onClose }: VersionsDialogProps) {
  const { data, problem, reload } = useLoaded(`versions ${room} ${message}`, () =>
    loadVersions(room, message),
  );
  const versions = [...(data?.items ?? [])].reverse();
  return (
    <Dialog open heading="編集の記録" onCancel={onClose}>
      {problem && <Failure problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what="編集の記録" />}
      <ol class="plain-list versions">
        {versions.map((version, at) => (
          <li key={version.at}>
            <h3>
              <time dateTime={version.at}>{warekiWithTime(version.at)}</time>
              {at === 0 ? " から(今の文)" : at === versions.length - 1 ? " から(はじめの文)" : " から"}
            </h3>
            <p class="pre-line">{version.body}</p>
          </li>
        ))}
      </ol>
      <div class="actions">
        <Button onClick={onClose}>閉じる</Button>
      </div>
    </Dialog>
  );
}
