import { useLoaded } from "../../api/use-loaded";
import { Failure, Loading } from "../../interface/answers";
import type { Attention } from "./attention";
import { loadAttention } from "./load-attention";

/** For the organization's manager: what needs attention, with the way to it. */
export function ManagerAttention({ organization }: { organization: number }) {
  const { data, problem, reload } = useLoaded(`attention ${organization}`, () => loadAttention(organization));
  return (
    <section class="card" aria-labelledby="attention">
      <h2 id="attention">団体のことで、見てほしいもの</h2>
      {problem && <Failure problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what="団体の状況" />}
      {data && <Things attention={data} />}
    </section>
  );
}

function Things({ attention }: { attention: Attention }) {
  const things = [
    {
      count: attention.returned,
      text: `差し戻された申請が${attention.returned}件あります`,
      hint: "理由を読んで、直して再提出してください。",
      href: "/organization/applications",
    },
    {
      count: attention.toConfirm,
      text: `登録の確認を待っている人が${attention.toConfirm}人います`,
      hint: "申請したとおりに登録されたか確かめてください。",
      href: "/organization",
    },
    {
      count: attention.answered,
      text: `市の回答が${attention.answered}件あります`,
      hint: "知らせた違いへの回答を読んで、もう一度確かめてください。",
      href: "/organization",
    },
    {
      count: attention.overdue,
      text: `通知書の投函から14日たっても使っていない人が${attention.overdue}人います`,
      hint: "通知書が届いているか、ご本人に確かめてください。",
      href: "/organization",
    },
  ].filter((thing) => thing.count > 0);

  return (
    <>
      {things.length === 0 ? (
        <p>今すぐ見ていただくものはありません。</p>
      ) : (
        <ul class="choice-list choice-list--one">
          {things.map((thing) => (
            <li key={thing.text}>
              <a href={thing.href}>
                <strong>{thing.text}</strong>
                <span>{thing.hint}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {!attention.complete && <p class="hint">人数が多いため、はじめの一部の人だけを数えました。</p>}
    </>
  );
}
