interface ForClerksProps {
  /** The public page of the form. */
  href: string;
}

/** R12: what came on paper is typed in where the form asks who applies; a clerk takes part in no room. */
export function ForClerks({ href }: ForClerksProps) {
  return (
    <section class="notice-box" aria-labelledby="for-clerks">
      <h2 id="for-clerks">窓口の職員の方へ</h2>
      <p>
        このページは、利用者が自分で申請するためのものです。紙で届いた申請は、
        <a href={href}>申請する人も入力できるページ</a>で入力してください。
      </p>
    </section>
  );
}
