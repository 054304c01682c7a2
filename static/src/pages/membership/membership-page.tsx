import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { useIntent } from "../../api/intent";
import type { Problem } from "../../api/problem";
import { fileMembership } from "../../api/rooms";
import type { Me } from "../../api/types";
import { useLoaded } from "../../api/use-loaded";
import { useSending } from "../../api/use-sending";
import { Failure, Loading } from "../../interface/answers";
import { focusSoon } from "../../interface/focus-soon";
import { Page } from "../../interface/page";
import { SignedIn } from "../../session/signed-in";
import { useKept } from "../../session/use-kept";
import { ForClerks } from "../collaboration/for-clerks";
import { KeptLine } from "../collaboration/kept-line";
import type { ChosenPerson } from "../collaboration/people";
import { roomNumber } from "../room/room-number";
import { inputOf, type MembershipFields } from "./fields";
import { loadStart, type MembershipLink } from "./load-start";
import { MembershipForm } from "./membership-form";

export function MembershipPage() {
  const { change, room, login_id, copy } = useLocation().query;
  const link = { change, room: roomNumber(room), login_id, copy };
  return (
    <SignedIn>
      {(me) => (
        <Page heading="職種連携の部屋への参加・退出の申請" help="web#collaboration-rooms">
          <p>
            <Back link={link} />
          </p>
          <p>参加の申請と退出の申請は、同じ用紙です。市の窓口が確かめてから、部屋の参加者が変わります。</p>
          {me.desk === null ? (
            <WithStart key={JSON.stringify(link)} me={me} link={link} />
          ) : (
            <ForClerks href="/apply/room-membership" />
          )}
        </Page>
      )}
    </SignedIn>
  );
}

/** To where the link was. */
function Back({ link: { change, room, login_id } }: { link: MembershipLink }) {
  const [href, label] = login_id
    ? ["/organization", "団体の利用者へ戻る"]
    : room > 0 && change === "leave"
      ? [`/rooms/${room}`, "部屋へ戻る"]
      : ["/rooms/find", "部屋を探すページへ"];
  return (
    <a class="back" href={href}>
      {label}
    </a>
  );
}

function WithStart({ me, link }: { me: Me; link: MembershipLink }) {
  const { data, problem, reload } = useLoaded(`membership ${JSON.stringify(link)}`, () =>
    loadStart(link, me),
  );
  if (problem) return <Failure problem={problem} onRetry={() => void reload()} />;
  if (!data) return <Loading what="申請書" />;
  return (
    <>
      {data.missing && <p class="notice-box notice-box--warning">{data.missing}</p>}
      <NewMembership
        me={me}
        keptName={`membership-${me.user_id}-${JSON.stringify(link)}`}
        initial={data.fields}
      />
    </>
  );
}

interface NewMembershipProps {
  me: Me;
  keptName: string;
  initial: MembershipFields;
}

function NewMembership({ me, keptName, initial }: NewMembershipProps) {
  const { route } = useLocation();
  const [kept, keep] = useKept<MembershipFields>(keptName);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const intent = useIntent();
  const fields = kept ?? initial;

  const submit = (people: ChosenPerson[]) =>
    send(async () => {
      const body = inputOf(fields, people);
      const { data, problem } = await fileMembership(body, intent.headersFor(body));
      intent.answered(problem);
      setProblem(problem ?? null);
      if (!data) return;
      keep(null);
      route(`/rooms/applications/${data.receipt_number}?received=1`, true);
    });

  return (
    <>
      <MembershipForm
        me={me}
        fields={fields}
        onFields={keep}
        problem={problem}
        submit="この内容で申請する"
        sending={sending}
        onSubmit={(people) => void submit(people)}
      />
      {kept && (
        <KeptLine
          onDiscard={() => {
            keep(null);
            setProblem(null);
            focusSoon("change");
          }}
        />
      )}
    </>
  );
}
