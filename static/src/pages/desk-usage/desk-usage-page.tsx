import { useLocation } from "preact-iso";
import { warekiWithTime } from "../../dates/wareki";
import { Button } from "../../interface/button";
import { Page } from "../../interface/page";
import { CityDesk } from "../../session/signed-in";
import { ActivityPart } from "./activity-part";
import { monthInWords } from "./cell";
import { FailuresPart } from "./failures-part";
import { FirstLoginsPart } from "./first-logins-part";
import { monthsAddress, monthsIn } from "./months";
import { PeriodForm } from "./period-form";
import { ReachPart } from "./reach-part";
import { RoomsPart } from "./rooms-part";
import { SupportRoomsPart } from "./support-rooms-part";
import "./usage.css";

export function DeskUsagePage() {
  return <CityDesk>{() => <Usage />}</CityDesk>;
}

/** How much the system is used: numbers only, and none that is small enough to mean somebody. */
function Usage() {
  const { query, route } = useLocation();
  const months = monthsIn(query, new Date());
  return (
    <Page heading="利用状況" wide help="city#usage">
      <div class="row row--apart">
        <p>
          数が5より小さいところは、だれのことか分かってしまわないように出しません。合計から逆算できないように、次に小さいところも出さないことがあります。
        </p>
        <Button small onClick={() => print()}>
          印刷する
        </Button>
      </div>
      <p class="print-only">
        {monthInWords(months.from)}から{monthInWords(months.to)}まで(
        {warekiWithTime(new Date().toISOString())}現在)
      </p>
      <PeriodForm
        key={monthsAddress(months)}
        months={months}
        onMonths={(next) => route(monthsAddress(next))}
      />
      <ActivityPart months={months} />
      <RoomsPart months={months} />
      <FirstLoginsPart months={months} />
      <ReachPart months={months} />
      <SupportRoomsPart months={months} />
      <FailuresPart />
    </Page>
  );
}
