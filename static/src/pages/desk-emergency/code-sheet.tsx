import { useState } from "preact/hooks";
import type { ShownCode } from "../../api/types";
import { warekiWithTime } from "../../dates/wareki";
import { formatLoginId } from "../../device-key/login-code";
import { Button } from "../../interface/button";
import { ConfirmDialog } from "../../interface/confirm-dialog";
import { Page } from "../../interface/page";
import { useLeaveWarning } from "../../interface/use-leave-warning";

/** The code, once: large enough to read out on the telephone, and one sheet of paper. */
export function CodeSheet({ shown, onClose }: { shown: ShownCode; onClose: () => void }) {
  const [leaving, setLeaving] = useState(false);
  useLeaveWarning("緊急コードはこの画面を離れると二度と表示できません。本人に伝えましたか。");

  return (
    <Page heading={`${shown.user_name}さんの緊急コード`} title="緊急コード">
      <p class="no-print">
        このコードは今だけ表示されます。電話で読み上げるか、印刷して渡してください。メールでは送らないでください。
      </p>
      <section class="card" aria-label="緊急コード">
        <dl class="emergency">
          <dt>ログインID</dt>
          <dd class="code emergency__large">{formatLoginId(shown.login_id)}</dd>
          <dt>認証コード(1回だけ使えます)</dt>
          <dd class="code emergency__large">
            <Spelt code={shown.code} />
          </dd>
          <dt>期限</dt>
          <dd>
            <strong>{warekiWithTime(shown.expires_at)} まで</strong>
          </dd>
          <dt>開くページ</dt>
          <dd>{shown.first_login_url}</dd>
        </dl>
        <ol>
          <li>依頼した端末で、上のページを開きます。</li>
          <li>ログインIDと認証コードを入力します。</li>
          <li>いつものパスワードを入力します。期限までこの端末で使えます。</li>
        </ol>
      </section>
      <div class="actions no-print">
        <Button kind="primary" onClick={() => print()}>
          印刷する
        </Button>
        <Button onClick={() => setLeaving(true)}>伝えたので閉じる</Button>
      </div>
      <ConfirmDialog
        open={leaving}
        heading="この画面を閉じますか"
        confirm="閉じる"
        onConfirm={onClose}
        onCancel={() => setLeaving(false)}
      >
        <p>緊急コードは二度と表示できません。伝えられなかったときは、もう一度依頼してください。</p>
      </ConfirmDialog>
    </Page>
  );
}

/** In groups that are not torn apart at the end of a line. */
function Spelt({ code }: { code: string }) {
  const groups = code.split("-");
  return (
    <>
      {groups.map((group, at) => (
        <span class="emergency__group" key={`${at}-${group}`}>
          {group}
          {at + 1 < groups.length && "-"}
        </span>
      ))}
    </>
  );
}
