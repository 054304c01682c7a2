import { useEffect, useRef, useState } from "preact/hooks";
import { useIntent } from "../../api/intent";
import type { Problem } from "../../api/problem";
import type { IssuedNotice } from "../../api/types";
import { useSending } from "../../api/use-sending";
import { Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { ConfirmDialog } from "../../interface/confirm-dialog";
import { Page } from "../../interface/page";
import { useLeaveWarning } from "../../interface/use-leave-warning";
import { Letter } from "./letter";
import { postNotices } from "./post-notices";
import "./letter.css";

interface LettersProps {
  letters: IssuedNotice[];
  onClose: (posted: boolean) => void;
}

/** The letters as they come out of the printer, one A4 page each. */
export function Letters({ letters, onClose }: LettersProps) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [leaving, setLeaving] = useState(false);
  const [sending, send] = useSending();
  const sheets = useRef<HTMLDivElement>(null);
  const intent = useIntent();
  useLeaveWarning("認証コードはこの画面を離れると二度と表示できません。印刷は済みましたか。");

  useEffect(() => {
    // The print dialog freezes the page, so the QR codes must be drawn before it opens.
    const images = [...(sheets.current?.querySelectorAll("img") ?? [])];
    let open = true;
    void Promise.allSettled(images.map((image) => image.decode())).then(() => {
      if (open) print();
    });
    return () => {
      open = false;
    };
  }, []);

  const post = () =>
    send(async () => {
      const { problem } = await postNotices(
        letters.map((letter) => letter.notice_id),
        intent,
      );
      if (problem) setProblem(problem);
      else onClose(true);
    });

  return (
    <Page heading={`通知書 ${letters.length}通`} title="通知書の印刷" wide>
      <div class="bar no-print">
        <Refusal problem={problem} />
        <p>
          印刷したら、1枚ずつ三つ折りにして窓あき封筒に入れてください。認証コードはこの画面を閉じると二度と表示できません。紙づまりなどで足りないときは、閉じる前に印刷し直してください。
        </p>
        <div class="actions">
          <Button kind="primary" onClick={() => print()}>
            印刷する
          </Button>
          <Button sending={sending} onClick={() => void post()}>
            {letters.length}通を投函済みにする
          </Button>
          <Button disabled={sending} onClick={() => setLeaving(true)}>
            あとで投函する
          </Button>
        </div>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a sheet is wider than a phone, and what scrolls must scroll by keyboard */}
      <section class="letters" ref={sheets} tabIndex={0} aria-label="印刷する通知書">
        {letters.map((letter) => (
          <Letter key={letter.notice_id} letter={letter} />
        ))}
      </section>
      <ConfirmDialog
        open={leaving}
        heading="この画面を閉じますか"
        confirm="閉じる"
        onConfirm={() => onClose(false)}
        onCancel={() => setLeaving(false)}
      >
        <p>
          認証コードは二度と表示できません。紙の通知書が手元にあることを確かめてください。通知書は「未投函」に並びます。
        </p>
      </ConfirmDialog>
    </Page>
  );
}
