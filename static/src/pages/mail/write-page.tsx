import { useMemo, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { useIntent } from "../../api/intent";
import { beginMailFile, sendMail, sendMailChunk } from "../../api/mail";
import type { Problem } from "../../api/problem";
import type { Me } from "../../api/types";
import { useLoaded } from "../../api/use-loaded";
import { useSending } from "../../api/use-sending";
import { NOT_FOR_EMERGENCIES } from "../../city/message-words";
import { DESKS } from "../../city/names";
import { errorOf, Failure, Loading, Refusal } from "../../interface/answers";
import { Button } from "../../interface/button";
import { idOnPage } from "../../interface/error-fields";
import { Field, TextField } from "../../interface/field";
import { Page } from "../../interface/page";
import { SignedIn } from "../../session/signed-in";
import { FileList } from "../writing/file-list";
import { useFiles } from "../writing/use-files";
import { AddresseesField } from "./addressees-field";
import { FilesField } from "./files-field";
import { FormField } from "./form-field";
import { goesToItsDesk, inputOf, type Letter, wrongIn } from "./letter";
import { FILE_LIMITS } from "./limits";
import { type Beginning, loadBeginning } from "./load-letter";
import { addressOf, INBOX, keptName, type Start, startIn, threadAddress } from "./places";
import { useLetter } from "./use-letter";
import "./mail.css";

export function MailWritePage() {
  return <SignedIn>{(me) => <Write me={me} />}</SignedIn>;
}

function Write({ me }: { me: Me }) {
  const { query } = useLocation();
  const start = useMemo(() => startIn(query, me.desk), [query, me.desk]);
  const { data, problem, reload } = useLoaded(keptName(start), () => loadBeginning(start, me.user_id));
  return (
    <Page heading="メールを書く" help="web#mail">
      <a class="back" href={addressOf({ ...INBOX, box: start.box })}>
        一覧へ戻る
      </a>
      {problem && <Failure problem={problem} onRetry={() => void reload()} />}
      {!data && !problem && <Loading what="メール" />}
      {data && <LetterForm key={keptName(start)} me={me} start={start} beginning={data} />}
    </Page>
  );
}

const PLACE = { begin: beginMailFile, send: sendMailChunk };

interface LetterFormProps {
  me: Me;
  start: Start;
  beginning: Beginning;
}

/** Sends a letter once, however often the button is pressed or the line breaks. */
function usePost({ start, beginning }: LetterFormProps) {
  const { route } = useLocation();
  const letter = useLetter(keptName(start), beginning);
  const files = useFiles(PLACE, FILE_LIMITS);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, send] = useSending();
  const intent = useIntent();
  const post = (typed: Letter) =>
    send(async () => {
      const sent = files.files.flatMap((file) => (file.fileId === null ? [] : [file.fileId]));
      const input = inputOf(typed);
      const body = { ...input, files: [...(input.files ?? []), ...sent], draft: letter.draft };
      const wrong = wrongIn(typed);
      setProblem(wrong);
      if (wrong || files.sending) return;
      const { data, problem } = await sendMail(body, intent.headersFor(body));
      intent.answered(problem);
      setProblem(problem ?? null);
      if (!data) return;
      letter.clear();
      files.clear();
      route(threadAddress(data.thread_id, { ...INBOX, box: start.box, folder: "sent" }, true));
    });
  return { letter, files, problem, sending, post };
}

function LetterForm(props: LetterFormProps) {
  const { me, start } = props;
  const { letter, files, problem, sending, post } = usePost(props);
  const { typed, change } = letter;
  return (
    <form
      class="card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void post(typed);
      }}
    >
      <p class="writing__not-for">{NOT_FOR_EMERGENCIES}</p>
      <Refusal problem={problem} fieldId={idOnPage} />
      {start.box !== "mine" && (
        <p class="hint">{DESKS[start.box].short}として送ります。窓口の全員が返事を読めます。</p>
      )}
      {start.box === "mine" && <FormField letter={typed} me={me} onChange={change} problem={problem} />}
      {!goesToItsDesk(typed) && (
        <AddresseesField letter={typed} me={me.user_id} onChange={change} error={errorOf(problem, "to")} />
      )}
      <TextField
        id="subject"
        label="件名"
        value={typed.subject}
        onValue={(subject) => change({ subject })}
        error={errorOf(problem, "subject")}
      />
      <Field id="body" label="本文" error={errorOf(problem, "body")}>
        {(attributes) => (
          <textarea
            {...attributes}
            rows={10}
            value={typed.body}
            onInput={(event) => change({ body: event.currentTarget.value })}
          />
        )}
      </Field>
      <FilesField letter={typed} onChange={change} onFiles={files.add} />
      <FileList files={files} />
      <div class="actions">
        <Button type="submit" kind="primary" sending={sending} disabled={files.sending}>
          {files.sending ? "添付を送っています…" : typed.form === null ? "送る" : "提出する"}
        </Button>
        <p class="hint" role="status">
          {letter.note}
        </p>
      </div>
    </form>
  );
}
