import type { Application } from "../../api/applications";

/** What a clerk typed in from paper (R12) has nobody else who could correct it. */
export function PaperLink({ detail }: { detail: Application }) {
  const { channel, status, receipt_number } = detail;
  if (channel === "electronic" || (status !== "incomplete" && status !== "returned")) return null;
  return (
    <p class="no-print">
      {channel === "internal_mail" ? "メール" : "紙"}で届いた申請です。
      <a href={`/support-rooms/${receipt_number}/correction`}>
        {status === "incomplete" ? "足りない書類を入力する" : "直した内容を入力する"}
      </a>
    </p>
  );
}
