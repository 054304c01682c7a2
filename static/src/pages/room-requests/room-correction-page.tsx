import { useLocation, useRoute } from "preact-iso";
import {
  type ClosureInput,
  correctClosure,
  correctMembership,
  correctRoom,
  loadRoomRequest,
  type RoomRequest,
} from "../../api/rooms";
import type { Me } from "../../api/types";
import { useLoaded } from "../../api/use-loaded";
import { Failure, Loading } from "../../interface/answers";
import { Page } from "../../interface/page";
import { SignedIn } from "../../session/signed-in";
import { useKept } from "../../session/use-kept";
import { useCorrection } from "../filed-application/use-correction";
import {
  type MembershipFields,
  fieldsOf as membershipFieldsOf,
  inputOf as membershipInputOf,
} from "../membership/fields";
import { MembershipForm } from "../membership/membership-form";
import { fieldsOf, inputOf, type RoomFields } from "../room-application/fields";
import { RoomForm } from "../room-application/room-form";
import { ClosureForm } from "./closure-form";

export function RoomCorrectionPage() {
  const receipt = useRoute().params.receipt ?? "";
  return <SignedIn>{(me) => <Correction key={receipt} receipt={receipt} me={me} />}</SignedIn>;
}

/** The same form with everything that was sent, to mend what the city returned. */
function Correction({ receipt, me }: { receipt: string; me: Me }) {
  const { data, problem, reload } = useLoaded(receipt, () => loadRoomRequest(receipt));
  return (
    <Page heading="申請を直す">
      <p class="row">
        <a class="back" href={`/rooms/applications/${receipt}`}>
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
          <CorrectForm request={data} me={me} />
        </>
      )}
    </Page>
  );
}

type Of<Form extends 1 | 2 | 3> = Extract<RoomRequest, { form: Form }>;

interface CorrectProps<Request extends RoomRequest> {
  request: Request;
  me: Me;
}

function CorrectForm({ request, me }: CorrectProps<RoomRequest>) {
  switch (request.form) {
    case 1:
      return <CorrectRoom request={request} me={me} />;
    case 2:
      return <CorrectMembership request={request} me={me} />;
    case 3:
      return <CorrectClosure request={request} me={me} />;
  }
}

/** What is typed, under a name of this version of the application, and the way to send it. */
function useCorrected<Fields>({ receipt_number: receipt, updated_at }: RoomRequest, me: Me) {
  const { route } = useLocation();
  const [kept, keep] = useKept<Fields>(`correction-${me.user_id}-${receipt}-${updated_at}`);
  const correction = useCorrection(
    () => loadRoomRequest(receipt),
    () => {
      keep(null);
      route(`/rooms/applications/${receipt}?received=again`, true);
    },
  );
  return { kept, keep, ...correction };
}

const SUBMIT = "直して再提出する";

function CorrectRoom({ request, me }: CorrectProps<Of<1>>) {
  const { kept, keep, problem, sending, submit } = useCorrected<RoomFields>(request, me);
  const fields = kept ?? fieldsOf(request.content);
  return (
    <RoomForm
      me={me}
      fields={fields}
      onFields={keep}
      problem={problem}
      sending={sending}
      submit={SUBMIT}
      onSubmit={() => void submit(() => correctRoom(request.receipt_number, inputOf(fields)))}
    />
  );
}

function CorrectMembership({ request, me }: CorrectProps<Of<2>>) {
  const { kept, keep, problem, sending, submit } = useCorrected<MembershipFields>(request, me);
  const fields = kept ?? membershipFieldsOf(request.content);
  return (
    <MembershipForm
      me={me}
      fields={fields}
      onFields={keep}
      problem={problem}
      sending={sending}
      submit={SUBMIT}
      onSubmit={(people) =>
        void submit(() => correctMembership(request.receipt_number, membershipInputOf(fields, people)))
      }
    />
  );
}

function CorrectClosure({ request, me }: CorrectProps<Of<3>>) {
  const { kept, keep, problem, sending, submit } = useCorrected<ClosureInput>(request, me);
  const fields = kept ?? request.content;
  return (
    <ClosureForm
      fields={fields}
      onFields={keep}
      problem={problem}
      sending={sending}
      submit={SUBMIT}
      onSubmit={() => void submit(() => correctClosure(request.receipt_number, fields))}
    />
  );
}
