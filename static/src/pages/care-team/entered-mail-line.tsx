import { Button } from "../../interface/button";
import { useEnteredMail } from "../../session/entered-mail";

/** Says that what is typed is entered from a mail, whose sender is told of it; a clerk who types in paper stops that here. */
export function EnteredMailLine() {
  const [mail, setMail] = useEnteredMail();
  if (mail === null) return null;
  return (
    <div class="notice-box">
      <p>
        利用者間メールで届いた様式(
        <a href={`/desk/applications/${mail}`}>
          <span class="code">{mail}</span>
        </a>
        )の内容を登録しています。登録すると、送った人にメールで知らせます。
      </p>
      <Button small onClick={() => setMail(null)}>
        紙で届いた申請の入力に切り替える
      </Button>
    </div>
  );
}
