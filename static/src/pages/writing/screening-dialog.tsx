import { useState } from "preact/hooks";
import { type Finding, screenText } from "../../api/messages";
import type { Problem } from "../../api/problem";
import { useSending } from "../../api/use-sending";
import { Failure } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Dialog } from "../../interface/dialog";
import { piecesOf, reworded } from "../timeline/scalars";
import { MoveToSupportRoom } from "./move-to-support-room";
import { NeedForm } from "./need-form";

interface ScreeningDialogProps {
  room: number;
  text: string;
  findings: Finding[];
  /** What was sent is under way. */
  sending: boolean;
  /** The text with other words. */
  onText: (text: string) => void;
  /** As it is now; with a need, although something was found. */
  onSend: (text: string, need?: string) => void;
  /** The author writes on. */
  onBack: () => void;
  /** Where the text can go into a support room: what is to be done with it here then. */
  onMoved?: (() => void) | undefined;
}

/** R27: what in a text tells about a person and why, and the ways on: other words, another room, a stated need. */
export function ScreeningDialog(props: ScreeningDialogProps) {
  const { room, sending, onText, onSend, onBack, onMoved } = props;
  const [text, setText] = useState(props.text);
  const [findings, setFindings] = useState(props.findings);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [screening, send] = useSending();

  const reword = (finding: Finding) =>
    send(async () => {
      const next = reworded(text, finding);
      const { data, problem } = await screenText(room, next);
      setProblem(problem ?? null);
      if (!data) return;
      setText(next);
      onText(next);
      setFindings(data.findings);
    });
  const isClear = findings.length === 0;
  return (
    <Dialog
      open
      heading={isClear ? "個人情報は見つからなくなりました" : "個人情報が含まれているようです"}
      onCancel={onBack}
      class="dialog dialog--screening"
    >
      {!isClear && (
        <p>
          この部屋には、患者・利用者の個人情報を書き込みません。次のところを確かめてください。まだ送っていません。
        </p>
      )}
      <MarkedText text={text} findings={findings} />
      {problem && <Failure problem={problem} />}
      <ol class="screening__findings" aria-label="見つかったところ">
        {findings.map((finding) => (
          <li key={`${finding.kind}-${finding.start}-${finding.end}`}>
            <strong>「{finding.text}」</strong> {finding.reason}
            {finding.suggestion !== null && (
              <Button small sending={screening} onClick={() => void reword(finding)}>
                {finding.suggestion === "" ? "取り除く" : `「${finding.suggestion}」に言い換える`}
              </Button>
            )}
          </li>
        ))}
      </ol>
      <div class="actions">
        {isClear && (
          <Button kind="primary" sending={sending} onClick={() => onSend(text)}>
            この文で送る
          </Button>
        )}
        <Button kind={isClear ? "secondary" : "primary"} disabled={sending} onClick={onBack}>
          文を書き直す
        </Button>
      </div>
      {!isClear && onMoved && <MoveToSupportRoom text={text} onMoved={onMoved} />}
      {!isClear && <NeedForm room={room} sending={sending} onNeed={(need) => onSend(text, need)} />}
    </Dialog>
  );
}

function MarkedText({ text, findings }: { text: string; findings: Finding[] }) {
  return (
    <blockquote class="screening__text">
      {piecesOf(text, findings).map((piece, at) =>
        piece.finding ? <mark key={at}>{piece.text}</mark> : piece.text,
      )}
    </blockquote>
  );
}
