import type { Room } from "../../api/support";
import { ORIGINAL_RECEIVED_BY, REPRESENTATIVE_RELATIONS, SIGNED_BY } from "../../city/support-words";
import { word } from "../../city/words";
import { ageOn } from "../../dates/age";
import { japanDay, wareki } from "../../dates/wareki";
import { Badge } from "../../interface/status-badge";
import { Fact } from "../desk-application/facts";

/** Whose room it is. */
export function Registrant({ registrant }: { registrant: NonNullable<Room["registrant"]> }) {
  const { birth_date, postal_code, address, phone } = registrant;
  return (
    <section class="card" aria-labelledby="registrant">
      <h2 id="registrant">登録者</h2>
      <dl class="facts">
        <Fact name="氏名">
          {registrant.name}
          <span class="kana">{registrant.kana}</span>
        </Fact>
        <Fact name="生年月日">
          <time dateTime={birth_date}>{wareki(birth_date)}</time>
          {`(${ageOn(birth_date, japanDay(new Date()))}歳)`}
        </Fact>
        <Fact name="住所">{postal_code ? `〒${postal_code}\n${address}` : address}</Fact>
        <Fact name="電話番号">
          {phone ? <a href={`tel:${phone.replace(/[^0-9+]/g, "")}`}>{phone}</a> : "登録なし"}
        </Fact>
      </dl>
    </section>
  );
}

/** Whether the person still agrees that the care is shared, and who said so. */
export function Consent({ consent }: { consent: NonNullable<Room["consent"]> }) {
  const { representative_name: name, representative_relation: relation } = consent;
  return (
    <section class="card" aria-labelledby="consent">
      <h2 id="consent">同意書(様式第7号)</h2>
      <p class="row">
        {consent.state === "valid" ? (
          <Badge kind="done">同意を得ています</Badge>
        ) : (
          <Badge kind="late">同意が撤回されています</Badge>
        )}
      </p>
      <dl class="facts">
        <Fact name="署名した人">
          {word(SIGNED_BY, consent.signed_by)}
          {name && ` ${name}(${relation ? word(REPRESENTATIVE_RELATIONS, relation) : ""})`}
        </Fact>
        <Fact name="署名した日">
          <time dateTime={consent.signed_on}>{wareki(consent.signed_on)}</time>
        </Fact>
        <Fact name="原本">{word(ORIGINAL_RECEIVED_BY, consent.original_received_by)}</Fact>
      </dl>
    </section>
  );
}
