import type { SupportApplication } from "../../api/support";
import { ASSOCIATION_DESK } from "../../city/names";

/** What comes next, for whoever has just filed or comes back to it. */
export function NextSteps({ application }: { application: SupportApplication }) {
  if (application.status === "accepted" || application.status === "completed") return <Done />;
  if (!["received", "resubmitted", "redirected", "incomplete"].includes(application.status)) return null;
  const steps = stepsOf(application);
  return (
    <section class="card no-print" aria-labelledby="next">
      <h2 id="next">次にすること</h2>
      <ol class="steps">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  );
}

function Done() {
  return (
    <p class="notice-box notice-box--success no-print">
      受理されました。担当者になっている人は、<a href="/rooms">参加している部屋</a>から入れます。
    </p>
  );
}

function stepsOf(application: SupportApplication): string[] {
  const desk = `医師会の窓口(${ASSOCIATION_DESK})`;
  if (application.form === 8) {
    return [`${desk}が届出を確かめます。結果はこのページに出ます。受理されると、担当者が変わります。`];
  }
  const { missing, content } = application;
  return [
    ...(missing.length > 0 ? ["「足りない書類を出す」から、もう片方の様式を入力してください。"] : []),
    ...(content.consent ? [originalStep(content.consent.scan_agreed_on, desk)] : []),
    `両方の様式と原本がそろうと、${desk}が内容を確かめます。結果はこのページに出ます。`,
  ];
}

/** R19: paper, unless the person agreed beforehand that a scan will do. */
function originalStep(scanAgreedOn: string | null, desk: string): string {
  const paper = `署名した紙の同意書(原本)に受付番号を書き添えて、${desk}に持参するか郵送してください。`;
  return scanAgreedOn
    ? `${paper}スキャンしたデータを、利用者間メールで送ることもできます。Eメールでは受け付けません。`
    : paper;
}
