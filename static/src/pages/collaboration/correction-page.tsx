import { useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import type { Asked } from "../../api/client";
import type { Problem } from "../../api/problem";
import {
  correctClosure,
  correctMembership,
  correctRoom,
  loadRequest,
  type MembershipInput,
  type RoomInput,
  type RoomRequest,
} from "../../api/rooms";
import type { Me } from "../../api/types";
import { useLoaded } from "../../api/use-loaded";
import { useSending } from "../../api/use-sending";
import { Failure, Loading, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { Page } from "../../interface/page";
import { SignedIn } from "../../session/signed-in";
import { useKept } from "../../session/use-kept";
import { LongText } from "./details-fields";
import { MembershipForm } from "./membership-form";
import { RoomForm } from "./room-form";

export function RoomCorrectionPage() {
  const receipt = useRoute().params.receipt ?? "";
  return <SignedIn>{(me) => <Correction key={receipt} receipt={receipt} me={me} />}</SignedIn>;
}

/** R13b: the returned application with everything kept. */
function Correction({ receipt, me }: { receipt: string; me: Me }) {
  const { data, problem, reload } = useLoaded(`correct ${receipt}`, () => loadRequest(receipt));
  return (
    <Page heading="申請を直して再提出する" title={`申請 ${receipt} を直す`}>
      <p>
        <a class="back" href={`/rooms/applications/${receipt}`}>
          申請の状況へ戻る
        </a>
      </p>
      {problem && <Failure problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what="申請" />}
      {data && !data.can_correct && <p>この申請は、今は直せません。</p>}
      {data?.can_correct && (
        <>
          {data.note && (
            <section class="notice-box notice-box--warning" aria-labelledby="desk-note">
              <h2 id="desk-note">窓口からの連絡</h2>
              <p class="pre-line">{data.note}</p>
            </section>
          )}
          <Corrected request={data} me={me} />
        </>
      )}
    </Page>
  );
}

function Corrected({ request, me }: { request: RoomRequest; me: Me }) {
  switch (request.form) {
    case 1:
      return <CorrectedRoom receipt={request.receipt_number} content={request.content} me={me} />;
    case 2:
      return <CorrectedMembership receipt={request.receipt_number} content={request.content} me={me} />;
    case 3:
      return <CorrectedClosure request={request} />;
  }
}

/** A form under way, and what came of sending it. */
function useCorrection<Fields>(
  receipt: string,
  content: Fields,
  correct: (fields: Fields) => Promise<Asked<unknown>>,
) {
  const { route } = useLocation();
  const [kept, keep] = useKept<Fields>(`correction-${receipt}`);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const fields = kept ?? content;
  const submit = () =>
    send(async () => {
      const { problem } = await correct(fields);
      setProblem(problem ?? null);
      if (problem) return;
      keep(null);
      route(`/rooms/applications/${receipt}`, true);
    });
  return { fields, keep, problem, sending, submit: () => void submit() };
}

const SUBMIT = "直した内容で再提出する";

interface CorrectedProps<Fields> {
  receipt: string;
  content: Fields;
  me: Me;
}

function CorrectedRoom({ receipt, content, me }: CorrectedProps<RoomInput>) {
  const form = useCorrection(receipt, content, (fields) => correctRoom(receipt, fields));
  return (
    <RoomForm
      me={me}
      fields={form.fields}
      onFields={form.keep}
      problem={form.problem}
      sending={form.sending}
      submit={SUBMIT}
      onSubmit={form.submit}
    />
  );
}

function CorrectedMembership({ receipt, content, me }: CorrectedProps<MembershipInput>) {
  const form = useCorrection(receipt, content, (fields) => correctMembership(receipt, fields));
  return (
    <MembershipForm
      me={me}
      fields={form.fields}
      onFields={form.keep}
      problem={form.problem}
      sending={form.sending}
      submit={SUBMIT}
      onSubmit={form.submit}
    />
  );
}

function CorrectedClosure({ request }: { request: Extract<RoomRequest, { form: 3 }> }) {
  const receipt = request.receipt_number;
  const form = useCorrection(receipt, request.content, (fields) => correctClosure(receipt, fields));
  return (
    <form
      class="sheet"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.submit();
      }}
    >
      <Refusal problem={form.problem} />
      <p>
        <strong>{request.content.room_name}</strong>を閉じる申出です。
      </p>
      <LongText
        id="reason"
        label="閉じる理由"
        hint="参加している人にも伝わります。"
        max={500}
        optional
        value={form.fields.reason}
        onValue={(reason) => form.keep({ ...form.fields, reason })}
        error={undefined}
      />
      <div class="actions">
        <Button kind="primary" type="submit" sending={form.sending}>
          {SUBMIT}
        </Button>
      </div>
    </form>
  );
}
