/** Shown on paper only. The number stands beside the name, so that a sheet that went astray finds back. */
export function Signature({ receipt, desk }: { receipt: string; desk: string }) {
  return (
    <section class="print-only signature" aria-labelledby="signature">
      <h2 id="signature">署名</h2>
      <p>上のとおり届け出ます。(紙で提出するときだけ、日付と氏名を自分で書いてください)</p>
      <p class="signature__line">
        <span>{"令和　　　年　　　月　　　日"}</span>
        <span>氏名</span>
      </p>
      <p>
        受付番号 <span class="code">{receipt}</span> 提出先: {desk}
      </p>
    </section>
  );
}
