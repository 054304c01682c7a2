import type { ComponentChildren } from "preact";

export function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface ApplicantProps {
  applicant: { name: string; kana: string; phone: string; email: string };
  /** Form 6 takes no pledge. */
  pledge?: boolean;
  /** Forms 7 and 8 come from whoever coordinates the team (R15). */
  who?: string;
}

export function ApplicantFacts({ applicant, pledge, who = "システム管理担当者" }: ApplicantProps) {
  return (
    <section class="card" aria-labelledby="applicant">
      <h2 id="applicant">申請者({who})</h2>
      <dl class="facts">
        <Fact name="氏名">{`${applicant.name}(${applicant.kana})`}</Fact>
        <Fact name="電話番号">{applicant.phone}</Fact>
        <Fact name="メールアドレス">{applicant.email || <span class="quiet">記入なし</span>}</Fact>
        {pledge !== undefined && <Fact name="誓約">{pledge ? "同意しています" : "同意がありません"}</Fact>}
      </dl>
    </section>
  );
}

/** Why this person was left out when the rest was accepted; nothing for everybody else. */
export function ExcludedNote({ excluded, at }: { excluded: { person: number; note: string }[]; at: number }) {
  const note = excluded.find(({ person }) => person === at)?.note;
  if (note === undefined) return null;
  return (
    <p class="history__note">
      <strong>この人は受理しませんでした。</strong>
      {`\n${note}`}
    </p>
  );
}
