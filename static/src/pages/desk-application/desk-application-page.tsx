import { useRoute } from "preact-iso";
import { type Application, loadApplication } from "../../api/applications";
import type { Me, RoomApplication } from "../../api/types";
import { useLoaded } from "../../api/use-loaded";
import { Failure, Loading } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Page } from "../../interface/page";
import { AnyDesk } from "../../session/signed-in";
import { Accounts } from "./accounts";
import { Assignment } from "./assignment";
import { DecisionBox } from "./decision-box";
import { Form4Content } from "./form4-content";
import { Form5Content } from "./form5-content";
import { Form6Content } from "./form6-content";
import { Form7Content } from "./form7-content";
import { Form8Content } from "./form8-content";
import { History } from "./history";
import { EnteredForm, MailedContent } from "./mailed-content";
import { ClosureContent, MembershipContent, RoomContent, RoomOutcome } from "./room-content";
import { Summary, Warnings } from "./summary";
import { OpenedRoom, TeamChanges } from "./support-outcome";
import "./desk-application.css";

export function DeskApplicationPage() {
  const receipt = useRoute().params.receipt ?? "";
  return <AnyDesk>{(me) => <ApplicationPage key={receipt} receipt={receipt} me={me} />}</AnyDesk>;
}

function ApplicationPage({ receipt, me }: { receipt: string; me: Me }) {
  const { data, problem, reload, replace } = useLoaded(receipt, () => loadApplication(receipt));
  return (
    <Page heading={data?.organization_name ?? "申請"} title={`申請 ${receipt}`} wide help="desk#decisions">
      <p class="row row--apart no-print">
        <a class="back" href="/desk">
          申請の一覧へ戻る
        </a>
        {data && (
          <Button small onClick={() => print()}>
            印刷する
          </Button>
        )}
      </p>
      {problem && <Failure problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what="申請" />}
      {data && (
        <div class="detail">
          <div class="stack">
            <Summary detail={data} />
            <Warnings detail={data} />
            <Outcome detail={data} />
            <Content detail={data} me={me} onChanged={replace} />
            <History detail={data} onNoted={() => void reload()} />
          </div>
          <div class="detail__side stack no-print">
            <DecisionBox detail={data} onDecided={replace} onReload={reload} />
            <Assignment
              // Somebody else's assignment, once known, is what the choice starts from.
              key={data.assigned_to?.user_id ?? 0}
              detail={data}
              me={me}
              onAssigned={() => void reload()}
            />
          </div>
        </div>
      )}
    </Page>
  );
}

function Outcome({ detail }: { detail: Application }) {
  switch (detail.form) {
    case 1:
      return <RoomOutcome detail={detail} />;
    case 2:
    case 3:
      return null;
    case 9:
      return <EnteredForm detail={detail} />;
    case 7:
      return <OpenedRoom detail={detail} />;
    case 8:
      return <TeamChanges detail={detail} />;
    default:
      return <Accounts detail={detail} />;
  }
}

/** What proves the decision is kept; what names the patient went with the room. */
function DeletedContent() {
  return (
    <section class="card" aria-labelledby="deleted">
      <h2 id="deleted">申請の内容</h2>
      <p>部屋の保存期間が過ぎ、医師会が確かめたうえで、申請の内容を削除しました。経過だけが残っています。</p>
    </section>
  );
}

interface ContentProps {
  detail: Application;
  me: Me;
  onChanged: (detail: Application) => void;
}

function Content({ detail, me, onChanged }: ContentProps) {
  if (detail.content_deleted) return <DeletedContent />;
  switch (detail.form) {
    case 1:
      return <RoomContent detail={detail} onChanged={onChanged as (detail: RoomApplication) => void} />;
    case 2:
      return <MembershipContent detail={detail} />;
    case 3:
      return <ClosureContent detail={detail} />;
    case 4:
      return <Form4Content detail={detail} />;
    case 5:
      return <Form5Content detail={detail} isCity={me.desk === "city"} />;
    case 6:
      return <Form6Content detail={detail} />;
    case 7:
      return <Form7Content detail={detail} onChanged={onChanged} />;
    case 8:
      return <Form8Content detail={detail} />;
    case 9:
      return <MailedContent detail={detail} me={me} />;
  }
}
