import type { ConsentInput, SupportRoomInput } from "../../api/support";
import { REPRESENTATIVE_RELATIONS, type RepresentativeRelation, SIGNED_BY } from "../../city/support-words";
import { word } from "../../city/words";
import { wareki } from "../../dates/wareki";
import { Fact } from "../desk-application/facts";
import { ApplicantFacts, PeopleTable } from "./content-parts";

/** Forms 7 and 8 as they were filed. */
export function Form7Content({ content }: { content: SupportRoomInput }) {
  const { registrant, consent, team } = content;
  return (
    <>
      <ApplicantFacts applicant={content.applicant} />
      <section class="card" aria-labelledby="registrant">
        <h2 id="registrant">登録者</h2>
        <dl class="facts">
          <Fact name="氏名">{`${registrant.name}(${registrant.kana})`}</Fact>
          <Fact name="生年月日">{registrant.birth_date && wareki(registrant.birth_date)}</Fact>
          <Fact name="住所">
            {registrant.postal_code
              ? `〒${registrant.postal_code}\n${registrant.address}`
              : registrant.address}
          </Fact>
          <Fact name="電話番号">{registrant.phone || "記入なし"}</Fact>
        </dl>
      </section>
      <section class="card" aria-labelledby="consent">
        <h2 id="consent">同意書(様式第7号)</h2>
        {consent ? <ConsentFacts consent={consent} /> : <p>まだ出ていません。</p>}
      </section>
      <section class="card" aria-labelledby="team">
        <h2 id="team">支援チーム(様式第8号)</h2>
        {team ? <PeopleTable caption="支援チームの人" people={team.members} /> : <p>まだ出ていません。</p>}
      </section>
    </>
  );
}

function ConsentFacts({ consent }: { consent: ConsentInput }) {
  const { representative_name: name, representative_relation: relation } = consent;
  return (
    <dl class="facts">
      <Fact name="署名した人">
        {consent.signed_by && word(SIGNED_BY, consent.signed_by)}
        {name &&
          ` ${name}(${relation ? word(REPRESENTATIVE_RELATIONS, relation as RepresentativeRelation) : ""})`}
      </Fact>
      <Fact name="署名した日">{consent.signed_on && wareki(consent.signed_on)}</Fact>
      <Fact name="スキャンを原本とみなすこと">
        {consent.scan_agreed_on
          ? `前もって同意しています(${wareki(consent.scan_agreed_on)})`
          : "同意していません(紙の原本が必要です)"}
      </Fact>
    </dl>
  );
}
