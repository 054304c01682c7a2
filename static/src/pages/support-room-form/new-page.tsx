import { useMemo, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { useIntent } from "../../api/intent";
import type { Problem } from "../../api/problem";
import { type Draft, fileSupportRoom, loadDraft, type SupportRoomInput } from "../../api/support";
import type { Me } from "../../api/types";
import { useLoaded } from "../../api/use-loaded";
import { useSending } from "../../api/use-sending";
import { warekiWithTime } from "../../dates/wareki";
import { Failure, Loading } from "../../interface/answers";
import { idOf } from "../../interface/error-fields";
import { focusSoon } from "../../interface/focus-soon";
import { enteredBody, useEnteredMail } from "../../session/entered-mail";
import { SignedIn } from "../../session/signed-in";
import { useKept } from "../../session/use-kept";
import { RoomsFrame } from "../rooms/rooms-frame";
import { DraftLine, draftText } from "./draft-line";
import { draftOf, fieldsOf, inputOf, NO_FIELDS } from "./fields";
import { SupportRoomForm } from "./support-room-form";
import { UNSAVED_DRAFT, useServerDraft } from "./use-server-draft";

export function NewSupportRoomPage() {
  return (
    <SignedIn>
      {(me) => (
        <RoomsFrame current="new" heading="支援の部屋を申請する">
          <Introduction />
          <WithDraft me={me} />
        </RoomsFrame>
      )}
    </SignedIn>
  );
}

function Introduction() {
  return (
    <div class="stack">
      <p>
        登録者支援の部屋を開くには、同意書(様式第7号)と支援チームの届出(様式第8号)の両方が必要です。医師会の窓口が受理すると、支援チームの人だけが入れる部屋ができます。
      </p>
      <p>
        <strong>片方だけでも受け付けます。</strong>
        ただし、両方がそろうまで受理されません。残りは「出した申請」から足せます。
      </p>
    </div>
  );
}

/** What was typed last time is there again before anything new is typed. */
function WithDraft({ me }: { me: Me }) {
  const loaded = useLoaded("support room draft", loadDraft);
  const [unsaved] = useKept<SupportRoomInput>(`${UNSAVED_DRAFT}-${me.user_id}`);
  // Counts the drafts thrown away: each begins with an empty form.
  const [round, setRound] = useState(0);
  const { data, problem } = loaded;
  if (problem) return <Failure problem={problem} onRetry={() => void loaded.reload()} />;
  if (!data) return <Loading what="下書き" />;
  const kept: Draft = round === 0 ? data : { content: null, updated_at: null };
  return (
    <NewForm
      key={round}
      me={me}
      draft={kept}
      unsaved={round === 0 ? unsaved : null}
      onDiscarded={() => {
        setRound(round + 1);
        focusSoon(idOf("applicant.phone"));
      }}
    />
  );
}

interface NewFormProps {
  me: Me;
  draft: Draft;
  /** What the end of a session kept from being saved. */
  unsaved: SupportRoomInput | null;
  onDiscarded: () => void;
}

function NewForm({ me, draft, unsaved, onDiscarded }: NewFormProps) {
  const { route } = useLocation();
  const initial = unsaved ?? draft.content;
  const [fields, setFields] = useState(() => (initial ? fieldsOf(initial) : NO_FIELDS));
  const [entered, setMail] = useEnteredMail();
  const mail = me.desk === null ? null : entered;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const intent = useIntent();
  const content = useMemo(() => draftOf(fields, me), [fields, me]);
  const [saved] = useState(() => draftOf(draft.content ? fieldsOf(draft.content) : NO_FIELDS, me));
  const server = useServerDraft(me.user_id, saved, content);

  const submit = () =>
    send(async () => {
      const body = enteredBody(inputOf(fields, me), mail);
      const { data, problem } = await fileSupportRoom(body, mail, intent.headersFor(body));
      intent.answered(problem);
      setProblem(problem ?? null);
      if (!data) return;
      await server.close();
      setMail(null);
      route(`/support-rooms/${data.receipt_number}?received=1`, true);
    });

  const discard = async () => {
    const problem = await server.discard();
    if (problem === null) onDiscarded();
    return problem;
  };

  return (
    <>
      {draft.updated_at && draft.content && (
        <p class="notice-box">前回の下書きの続きです({warekiWithTime(draft.updated_at)}に保存)。</p>
      )}
      <DraftLine state={server.state} kept={initial !== null} onDiscard={discard} />
      <SupportRoomForm
        me={me}
        fields={fields}
        onFields={setFields}
        problem={problem}
        sending={sending}
        submit="この内容で申請する"
        onSubmit={() => void submit()}
      >
        <p class="hint">{draftText(server.state)}</p>
      </SupportRoomForm>
    </>
  );
}
