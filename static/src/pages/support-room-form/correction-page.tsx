import { useLocation, useRoute } from "preact-iso";
import {
  correctSupportRoom,
  correctTeamChange,
  loadRoom,
  loadSupportApplication,
  type SupportApplication,
} from "../../api/support";
import type { Me } from "../../api/types";
import { useLoaded } from "../../api/use-loaded";
import { Failure, Loading } from "../../interface/answers";
import { Page } from "../../interface/page";
import { SignedIn } from "../../session/signed-in";
import { useKept } from "../../session/use-kept";
import { useCorrection } from "../filed-application/use-correction";
import { fieldsOf as changeFieldsOf, noticeOf, type TeamChangeFields } from "../team-change/fields";
import { TeamChangeForm } from "../team-change/team-change-form";
import { fieldsOf, inputOf, type SupportRoomFields } from "./fields";
import { SupportRoomForm } from "./support-room-form";

export function SupportCorrectionPage() {
  const receipt = useRoute().params.receipt ?? "";
  return <SignedIn>{(me) => <Correction key={receipt} receipt={receipt} me={me} />}</SignedIn>;
}

/** The same form with everything that was sent: to mend what the desk returned, or to bring the other half (R14). */
function Correction({ receipt, me }: { receipt: string; me: Me }) {
  const { data, problem, reload } = useLoaded(receipt, () => loadSupportApplication(receipt));
  return (
    <Page heading={data?.status === "incomplete" ? "足りない書類を出す" : "申請を直す"}>
      <p class="row">
        <a class="back" href={`/support-rooms/${receipt}`}>
          申請の状況へ戻る
        </a>
        <span class="code">{receipt}</span>
      </p>
      {problem && <Failure problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what="申請" />}
      {data && !data.can_correct && <p class="notice-box">この申請は、今は直せません。{data.status_text}</p>}
      {data?.can_correct && (
        <>
          {data.note && (
            <section class="notice-box notice-box--warning" aria-labelledby="desk-note">
              <h2 id="desk-note">窓口からの連絡</h2>
              <p class="pre-line">{data.note}</p>
            </section>
          )}
          {data.form === 7 ? (
            <CorrectForm7 application={data} me={me} />
          ) : (
            <CorrectForm8 application={data} me={me} />
          )}
        </>
      )}
    </Page>
  );
}

/** The page of the application, once it lies at the desk again. */
function useSent(receipt: string, onSent: () => void) {
  const { route } = useLocation();
  return useCorrection(
    () => loadSupportApplication(receipt),
    () => {
      onSent();
      route(`/support-rooms/${receipt}?received=again`, true);
    },
  );
}

/** Another version of the application begins with what that one says. */
function keptName({ receipt_number, updated_at }: SupportApplication, me: Me): string {
  return `correction-${me.user_id}-${receipt_number}-${updated_at}`;
}

interface CorrectProps<Form extends 7 | 8> {
  application: SupportApplication & { form: Form };
  me: Me;
}

function CorrectForm7({ application, me }: CorrectProps<7>) {
  const receipt = application.receipt_number;
  const [kept, keep] = useKept<SupportRoomFields>(keptName(application, me));
  const fields = kept ?? fieldsOf(application.content);
  const { problem, sending, submit } = useSent(receipt, () => keep(null));
  return (
    <SupportRoomForm
      me={me}
      fields={fields}
      onFields={keep}
      problem={problem}
      sending={sending}
      submit={application.status === "incomplete" ? "この内容で出す" : "直して再提出する"}
      onSubmit={() => void submit(() => correctSupportRoom(receipt, inputOf(fields, me)))}
    />
  );
}

function CorrectForm8({ application, me }: CorrectProps<8>) {
  const receipt = application.receipt_number;
  const room = application.content.room_id;
  const loaded = useLoaded(`room ${room}`, () => loadRoom(room ?? 0));
  const [kept, keep] = useKept<TeamChangeFields>(keptName(application, me));
  const fields = kept ?? changeFieldsOf(application.content);
  const { problem, sending, submit } = useSent(receipt, () => keep(null));
  if (loaded.problem && loaded.problem.status !== 404) {
    return <Failure problem={loaded.problem} onRetry={() => void loaded.reload()} />;
  }
  if (!loaded.data && !loaded.problem) return <Loading what="今の担当者" />;
  return (
    <TeamChangeForm
      me={me}
      room={loaded.data}
      fields={fields}
      onFields={keep}
      problem={problem}
      sending={sending}
      submit="直して再提出する"
      onSubmit={() => void submit(() => correctTeamChange(receipt, noticeOf(fields, me, room)))}
    />
  );
}
