import { useState } from "preact/hooks";
import { Button } from "../../interface/button";
import { ConfirmDialog } from "../../interface/confirm-dialog";

/** Says that what is typed is kept in this tab, and lets the person begin anew. */
export function KeptLine({ onDiscard }: { onDiscard: () => void }) {
  const [asking, setAsking] = useState(false);
  return (
    <div class="row row--apart no-print">
      <p class="hint">入力の途中は、ログアウトするまでこの画面に残ります。</p>
      <Button small onClick={() => setAsking(true)}>
        最初から書き直す
      </Button>
      <ConfirmDialog
        open={asking}
        heading="最初から書き直しますか"
        confirm="消して最初から書く"
        danger
        onConfirm={() => {
          setAsking(false);
          onDiscard();
        }}
        onCancel={() => setAsking(false)}
      >
        <p>ここまで入力した内容はすべて消えます。元には戻せません。</p>
      </ConfirmDialog>
    </div>
  );
}
