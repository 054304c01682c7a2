import { mailFileAddress } from "../../api/mail";
import type { ConsentScan } from "../../api/types";
import { wareki } from "../../dates/wareki";

interface ScanFieldProps {
  scans: ConsentScan[];
  scan: ConsentScan | null;
  onScan: (scan: ConsentScan) => void;
  error: string | undefined;
}

/** R19: which file of which mail is the scan of the consent. */
export function ScanField({ scans, scan, onScan, error }: ScanFieldProps) {
  return (
    <fieldset class={error ? "field field--invalid" : "field"}>
      <legend>原本とするスキャン</legend>
      {error && <p class="error">{error}</p>}
      {scans.map((each, at) => (
        <div key={`${each.mailed_form}-${each.file_id}`}>
          <label class="check">
            <input
              type="radio"
              name="scan"
              id={at === 0 ? "scan-first" : `scan-${each.file_id}`}
              checked={scan?.file_id === each.file_id}
              onChange={() => onScan(each)}
            />
            {each.name}
          </label>
          <p class="hint">
            {wareki(each.sent_on)} {each.sender_name}さんから{" "}
            <a href={mailFileAddress(each.file_id)} download={each.name}>
              ファイルを開く
            </a>{" "}
            <a href={`/mail/threads/${each.thread_id}?box=association`}>メールを見る</a>
          </p>
        </div>
      ))}
    </fieldset>
  );
}
