import type { Application } from "../../api/applications";
import type { SupportRoomApplication } from "../../api/types";
import {
  MISSING,
  REPRESENTATIVE_RELATIONS,
  type RepresentativeRelation,
  SIGNED_BY,
} from "../../city/support-words";
import { word } from "../../city/words";
import { wareki } from "../../dates/wareki";
import { ApplicantFacts, Fact } from "./facts";
import { awaitsDecision } from "./hindrances";
import { IdentityBox } from "./identity-box";
import { NamedPeople } from "./named-people";
import { OriginalBox } from "./original-box";
import { PaperLink } from "./paper-link";
import { WithoutAccount } from "./without-account";

interface Form7Props {
  detail: SupportRoomApplication & { form: 7 };
  onChanged: (detail: Application) => void;
}

/** The whole set (R14): who the registrant is, what was agreed to, who is in the team; and what the desk must find out. */
export function Form7Content({ detail, onChanged }: Form7Props) {
  const { content } = detail;
  const changed = (next: SupportRoomApplication) => onChanged({ ...next, form: 7 });
  return (
    <>
      <PaperLink detail={detail} />
      {detail.missing.map((missing) => (
        <section
          class="notice-box notice-box--warning"
          key={missing}
          aria-label={`${MISSING[missing]}の不足`}
        >
          <p>
            <strong>{word(MISSING, missing)}がまだ届いていません。</strong>
            同意書と支援チームの届出がそろうまで、受理できません。申請者が追加すると「受付済み」になります。
          </p>
        </section>
      ))}
      <RegistrantFacts registrant={content.registrant} />
      <ConsentFacts consent={content.consent} />
      {content.consent && !detail.wrong_desk && <OriginalBox detail={detail} onChanged={changed} />}
      {awaitsDecision(detail.status) && !detail.wrong_desk && (
        <IdentityBox detail={detail} onChanged={changed} />
      )}
      {content.team ? (
        <>
          <NamedPeople
            heading={`様式第8号 支援チーム(${content.team.members.length}人)`}
            people={content.team.members}
            named={detail.members}
          />
          <WithoutAccount people={content.team.members} named={detail.members} />
        </>
      ) : (
        <section class="card" aria-labelledby="team">
          <h2 id="team">様式第8号 支援チーム</h2>
          <p>まだ届いていません。</p>
        </section>
      )}
      <ApplicantFacts applicant={content.applicant} who="支援チームの調整をする人" />
    </>
  );
}

function RegistrantFacts({ registrant }: { registrant: SupportRoomApplication["content"]["registrant"] }) {
  return (
    <section class="card" aria-labelledby="registrant">
      <h2 id="registrant">登録者(支援を受ける方)</h2>
      <dl class="facts">
        <Fact name="氏名">{`${registrant.name}(${registrant.kana})`}</Fact>
        <Fact name="生年月日">{wareki(registrant.birth_date)}</Fact>
        <Fact name="住所">
          {registrant.postal_code ? `〒${registrant.postal_code}\n${registrant.address}` : registrant.address}
        </Fact>
        <Fact name="電話番号">{registrant.phone || <span class="quiet">記入なし</span>}</Fact>
      </dl>
    </section>
  );
}

function ConsentFacts({ consent }: { consent: SupportRoomApplication["content"]["consent"] }) {
  return (
    <section class="card" aria-labelledby="consent">
      <h2 id="consent">様式第7号 同意書</h2>
      {consent ? (
        <dl class="facts">
          <Fact name="署名した人">{word(SIGNED_BY, consent.signed_by)}</Fact>
          {consent.signed_by === "representative" && (
            <Fact name="代理人">
              {consent.representative_name}
              {consent.representative_relation &&
                `(${word(REPRESENTATIVE_RELATIONS, consent.representative_relation as RepresentativeRelation)})`}
            </Fact>
          )}
          <Fact name="署名した日">{wareki(consent.signed_on)}</Fact>
          <Fact name="スキャンを原本とすること">
            {consent.scan_agreed_on
              ? `${wareki(consent.scan_agreed_on)}に同意しています`
              : "同意していません(紙の原本が必要です)"}
          </Fact>
        </dl>
      ) : (
        <p>まだ届いていません。</p>
      )}
    </section>
  );
}
