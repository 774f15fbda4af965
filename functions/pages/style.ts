import { createHash } from 'node:crypto';

/**
 * The whole style sheet. It is our own, because Designsystemet's comes as 190 kB of CSS and theme tokens with pictures in
 * `data:` addresses, which would loosen the content security policy; this is a twentieth of it and serves the same
 * elements. Contrast of text is at least 4.5 : 1 everywhere; nothing is told by colour alone.
 */
const css = `
:root{--ink:#14232e;--quiet:#485965;--line:#d3dce3;--ground:#f3f6f8;--paper:#fff;--blue:#0a5785;--blue-dark:#073d5e;
--blue-pale:#e8f1f7;--good:#1a6638;--good-pale:#e7f4ec;--bad:#a8231b;--bad-pale:#fcecea;--wait:#7a4b00;--wait-pale:#fff4dc;
--focus:#f0a400;--radius:6px}
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;
overflow-wrap:break-word;min-height:100vh;display:flex;flex-direction:column}
h1,h2,h3{line-height:1.25;text-wrap:balance;letter-spacing:-.01em}
h1{font-size:clamp(1.6rem,5vw,2.1rem);margin:0 0 .75rem}
h2{font-size:1.3rem;margin:0 0 .75rem}
h3{font-size:1.0625rem;margin:1.25rem 0 .4rem}
p{margin:0 0 1rem;max-width:42rem}
ul,ol{margin:0 0 1rem;padding-left:1.4rem}
li{margin:.25rem 0}
a{color:var(--blue);text-underline-offset:.15em}
a:hover{color:var(--blue-dark);text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:3px}
small,.small{font-size:.9rem}
.quiet{color:var(--quiet)}
.number{font-variant-numeric:tabular-nums;white-space:nowrap}
.skip{position:absolute;left:-999px}
.skip:focus{position:static;display:block;padding:.75rem 1rem;background:var(--ink);color:#fff}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.top{background:var(--paper);border-bottom:1px solid var(--line);border-top:4px solid var(--blue)}
.wrap{width:100%;max-width:52rem;margin:0 auto;padding:0 1rem}
.top .wrap{display:flex;flex-wrap:wrap;gap:.1rem .9rem;align-items:baseline;padding-block:.8rem}
.top strong{font-size:1.1rem}
main{flex:1;padding:2rem 0 3rem}
footer{border-top:1px solid var(--line);background:var(--paper);color:var(--quiet);font-size:.92rem}
footer .wrap{padding-block:1.1rem}
footer p{margin:0 0 .25rem}
.lead{font-size:1.15rem;max-width:42rem}
.card{background:var(--paper);border:1px solid var(--line);border-radius:var(--radius);padding:1.25rem;margin:0 0 1.25rem}
.card>:last-child{margin-bottom:0}
.notice{border:1px solid;border-left-width:6px;border-radius:var(--radius);padding:.9rem 1.1rem;margin:0 0 1.25rem;background:var(--blue-pale);border-color:#9dc0d8;border-left-color:var(--blue)}
.notice>:last-child{margin-bottom:0}
.notice h2{font-size:1.1rem;margin-bottom:.35rem}
.notice.good{background:var(--good-pale);border-color:#9fcbb0;border-left-color:var(--good)}
.notice.bad{background:var(--bad-pale);border-color:#e5aaa5;border-left-color:var(--bad)}
.notice.wait{background:var(--wait-pale);border-color:#e4c483;border-left-color:#b97a00}
dl.facts{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:0;margin:0 0 1rem}
dl.facts>div{display:contents}
dl.facts dt,dl.facts dd{margin:0;padding:.45rem 0;border-bottom:1px solid var(--line)}
dl.facts dt{color:var(--quiet);padding-right:1rem}
dl.facts>div:last-child dt,dl.facts>div:last-child dd{border-bottom:0}
table{border-collapse:collapse;width:100%;margin:0 0 1rem}
caption{text-align:left;font-weight:600;padding-bottom:.35rem}
th,td{text-align:left;vertical-align:top;padding:.5rem 1rem .5rem 0;border-bottom:1px solid var(--line)}
thead th{font-size:.9rem;color:var(--quiet);font-weight:600}
th:last-child,td:last-child{padding-right:0}
.money{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
tfoot th,tfoot td{border-bottom:0;border-top:2px solid var(--ink);font-weight:700}
tfoot td.quiet{border-top:0;font-weight:400;font-size:.9rem}
.working{display:block;color:var(--quiet);font-size:.9rem}
.big{font-size:1.9rem;font-weight:700;line-height:1.2;font-variant-numeric:tabular-nums;margin:0}
.figures{display:flex;flex-wrap:wrap;gap:.75rem 2.5rem;margin:0 0 1rem}
.figures>div{min-width:9rem}
.figures dt,.figures .label{color:var(--quiet);font-size:.92rem}
.figures dd{margin:0}
.tag{display:inline-block;border-radius:3px;padding:.05rem .5rem;font-size:.85rem;font-weight:600;background:var(--blue-pale);color:var(--blue-dark);white-space:nowrap}
.tag.good{background:var(--good-pale);color:var(--good)}
.tag.wait{background:var(--wait-pale);color:var(--wait)}
.tag.bad{background:var(--bad-pale);color:var(--bad)}
ol.path{list-style:none;margin:0;padding:0}
ol.path>li{position:relative;margin:0;padding:0 0 1.15rem 2.5rem}
ol.path>li::before{content:"";position:absolute;left:.72rem;top:1.5rem;bottom:-.1rem;width:2px;background:var(--line)}
ol.path>li:last-child{padding-bottom:0}
ol.path>li:last-child::before{display:none}
.mark{position:absolute;left:0;top:.05rem;width:1.5rem;height:1.5rem;border-radius:50%;border:2px solid #8496a3;background:var(--paper);color:#fff;font-size:.85rem;font-weight:700;line-height:1.25rem;text-align:center}
.done>.mark{background:var(--good);border-color:var(--good)}
.now>.mark{border-color:var(--blue);background:var(--blue);box-shadow:0 0 0 4px var(--blue-pale)}
.stopped>.mark{background:var(--bad);border-color:var(--bad)}
ol.path.done-line .done::before,ol.path>li.done::before{background:var(--good)}
.step{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1rem}
.step strong{font-weight:600}
.later .step strong{font-weight:400}
.step .when{color:var(--quiet);font-size:.95rem}
.step-note{color:var(--quiet);font-size:.95rem;margin:.1rem 0 0}
`;

const forms = `
form{margin:0}
.field{margin:0 0 1.4rem}
label,legend,.label{font-weight:600}
fieldset{border:0;margin:0 0 1.4rem;padding:0;min-width:0}
fieldset.group{border-top:1px solid var(--line);padding-top:1.1rem;margin-top:2rem}
fieldset.group>legend{font-size:1.3rem;padding:0 .75rem 0 0;letter-spacing:-.01em}
legend{padding:0;margin-bottom:.15rem}
.hint{display:block;color:var(--quiet);font-weight:400;font-size:.95rem;margin:.1rem 0 .3rem;max-width:40rem}
.error{display:block;color:var(--bad);font-weight:600;margin:.1rem 0 .3rem}
.error::before{content:"✕ ";font-weight:700}
input,select,textarea{font:inherit;color:inherit}
input:not([type=radio],[type=checkbox],[type=file]),select,textarea{display:block;width:100%;max-width:32rem;min-height:2.75rem;padding:.45rem .7rem;border:1px solid #687b89;border-radius:4px;background:#fff}
textarea{min-height:7rem}
.short input{max-width:14rem}
.code input{max-width:11rem;font-size:1.35rem;letter-spacing:.25em;font-variant-numeric:tabular-nums}
input[type=file]{display:block;max-width:100%;padding:.5rem 0}
.invalid{border-left:4px solid var(--bad);padding-left:.9rem}
.invalid input:not([type=radio],[type=checkbox]),.invalid select,.invalid textarea{border:2px solid var(--bad)}
.choice{display:flex;gap:.7rem;align-items:flex-start;padding:.45rem 0;font-weight:400}
.choice input{flex:none;width:1.5rem;height:1.5rem;margin:.1rem 0 0;accent-color:var(--blue)}
.choice label{font-weight:400}
.choice .hint{margin:0}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,14rem),1fr));gap:0 1.25rem}
.buttons{display:flex;flex-wrap:wrap;gap:.75rem;align-items:center;margin:0}
button,.button{font:inherit;font-weight:600;display:inline-block;min-height:2.9rem;padding:.6rem 1.3rem;border:2px solid var(--blue);border-radius:4px;background:var(--blue);color:#fff;text-decoration:none;cursor:pointer;line-height:1.3}
button:hover,.button:hover{background:var(--blue-dark);border-color:var(--blue-dark);color:#fff}
button.plain,.button.plain{background:var(--paper);color:var(--blue)}
button.plain:hover,.button.plain:hover{background:var(--blue-pale);color:var(--blue-dark)}
button.danger{background:var(--bad);border-color:var(--bad)}
button.danger:hover{background:#7d1712;border-color:#7d1712}
details{border:1px solid var(--line);border-radius:var(--radius);background:var(--paper);margin:0 0 .75rem}
details>summary{cursor:pointer;padding:.85rem 1.1rem;font-weight:600}
details[open]>summary{border-bottom:1px solid var(--line)}
details>.inside{padding:1.1rem}
details>.inside>:last-child{margin-bottom:0}
@media (max-width:34rem){
dl.facts{grid-template-columns:1fr}
dl.facts dt{border-bottom:0;padding-bottom:0}
dl.facts dd{padding-top:.1rem}
main{padding-top:1.25rem}
.card{padding:1rem;margin-inline:-.25rem}
.buttons button,.buttons .button{width:100%;text-align:center}
table.stack thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
table.stack tr{display:block;padding:.5rem 0;border-bottom:1px solid var(--line)}
table.stack td,table.stack th{display:flex;justify-content:space-between;gap:1rem;border:0;padding:.15rem 0;text-align:right}
table.stack .number{white-space:normal}
table.stack td:empty{display:none}
table.stack [data-label=""]{display:block;text-align:left;font-weight:600}
table.stack td::before,table.stack th::before{content:attr(data-label);color:var(--quiet);font-weight:400;text-align:left}
}
@media print{body{background:#fff}.top,footer,form,.skip,details.act{display:none}.card{border:0;padding:0}}
@media (forced-colors:active){.mark{forced-color-adjust:none}}
`;

const whole = (css + forms).trim();

/** The sign in the browser's tab: a way that arrives. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0a5785"/><path d="M6 10l5 13 5-11 5 11 5-13" fill="none" stroke="#fff" stroke-width="3" stroke-linejoin="round" stroke-linecap="round"/></svg>`;

const named = (content: string, ending: string): string =>
  `/assets/${createHash('sha256').update(content).digest('hex').slice(0, 12)}.${ending}`;

/** Files beside the pages. Their names hold a hash of their content, so that they may be cached for ever. */
export const assets = {
  stylesheet: { path: named(whole, 'css'), type: 'text/css; charset=utf-8', content: whole },
  icon: { path: named(icon, 'svg'), type: 'image/svg+xml', content: icon },
} as const;
