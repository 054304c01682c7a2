import { useLoaded } from "../../api/use-loaded";
import { loadVitalVersions, type Measurement } from "../../api/vitals";
import { PROFESSIONS } from "../../city/words";
import { warekiWithTime } from "../../dates/wareki";
import { Failure, Loading } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Dialog } from "../../interface/dialog";
import { Values } from "./measurement-list";

interface VersionsDialogProps {
  room: number;
  measurement: number;
  onClose: () => void;
}

/** What a measurement said before each correction, the last first (R38). */
export function VersionsDialog({ room, measurement, onClose }: VersionsDialogProps) {
  const { data, problem, reload } = useLoaded(`vital versions ${room} ${measurement}`, () =>
    loadVitalVersions(room, measurement),
  );
  return (
    <Dialog open heading="直す前の値" onCancel={onClose}>
      {problem && <Failure problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what="直す前の値" />}
      <ol class="plain-list stack">
        {data?.before.map((version) => (
          <li key={version.version} class="stack">
            <h3>{warekiWithTime(version.measured_at)}の測定</h3>
            <Values readings={version.readings as Measurement["readings"]} timing={version.glucose_timing} />
            {version.note && <p class="pre-line">{version.note}</p>}
            <p class="hint">
              {warekiWithTime(version.corrected_at)}に{version.corrected_by_name}(
              {PROFESSIONS[version.corrected_by_profession]}・{version.corrected_by_organization_name}
              )が直しました。
              {version.reason && `理由: ${version.reason}`}
            </p>
          </li>
        ))}
      </ol>
      <div class="actions">
        <Button onClick={onClose}>閉じる</Button>
      </div>
    </Dialog>
  );
}
