/**
 * Our own rules beside Designsystemet's: plain elements, the frame of a page, and what the system has no component for
 * (the path of a grant, figures, lists of facts, tables that fold). All measures and colours are its tokens. Nothing is
 * told by colour alone, and everything fits on 320 pixels.
 */
const elements = `
@layer ds.ours{
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-block:var(--ds-size-4)}
body{margin:0;font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;background:var(--ds-color-neutral-background-tinted);overflow-wrap:break-word;min-height:100vh;display:flex;flex-direction:column}
h1,h2,h3,p,ul,ol,dl,table{margin:0 0 var(--ds-size-4)}
h1,h2,h3{text-wrap:balance}
p{max-width:42rem}
form{margin:0}
}
`;

const frame = `
.wrap{width:100%;max-width:54rem;margin:0 auto;padding:0 var(--ds-size-4)}
.top{background:var(--ds-color-surface-default);border-block:var(--ds-size-1) solid var(--ds-color-base-default);border-bottom:1px solid var(--ds-color-neutral-border-subtle)}
.top .wrap{display:flex;flex-wrap:wrap;gap:0 var(--ds-size-4);align-items:baseline;padding-block:var(--ds-size-3)}
.top strong{font-size:var(--ds-body-lg-font-size);font-weight:var(--ds-font-weight-semibold)}
.languages{font-size:var(--ds-body-sm-font-size)}
.languages ul{display:flex;flex-wrap:wrap;gap:0 var(--ds-size-4);list-style:none;margin:0;padding:0}
.languages li{padding-block:var(--ds-size-1)}
.languages [aria-current]{font-weight:var(--ds-font-weight-semibold)}
main{flex:1;padding:var(--ds-size-8) 0 var(--ds-size-12)}
main>.wrap>*{margin-block:0}
main>.wrap>*+*{margin-block-start:var(--ds-size-5)}
main>.wrap>h1+*{margin-block-start:var(--ds-size-4)}
.bottom{border-top:1px solid var(--ds-color-neutral-border-subtle);background:var(--ds-color-surface-default);font-size:var(--ds-body-sm-font-size)}
.bottom .wrap{padding-block:var(--ds-size-5)}
.bottom p{margin:0}
.ds-card,.ds-details{--dsc-card-color:var(--ds-color-neutral-text-default);--dsc-card-border-color:var(--ds-color-neutral-border-subtle);--dsc-details-border-color:var(--ds-color-neutral-border-subtle);--dsc-details-summary-color:var(--ds-color-neutral-text-default)}
.ds-card+.ds-card{margin-block-start:var(--ds-size-5)}
.ds-card>.ds-heading:not(:first-child),.ds-card>.ds-table:not(:first-child){margin-block-start:var(--ds-size-6)}
.ds-card>.ds-list,.ds-card .ds-list>li+li{margin-block-start:var(--ds-size-2)}
.ds-alert>*{margin-block:0}
.ds-alert>*+*{margin-block-start:var(--ds-size-2)}
.ds-error-summary .ds-list{margin:0}
.ds-details .inside>*+*{margin-block-start:var(--ds-size-4)}
.quiet{color:var(--ds-color-neutral-text-subtle)}
.number{font-variant-numeric:tabular-nums;white-space:nowrap}
.buttons{display:flex;flex-wrap:wrap;gap:var(--ds-size-3);align-items:center}
iframe.mail{display:block;border:1px solid var(--ds-color-neutral-border-subtle);border-radius:var(--ds-border-radius-lg);background:#fff}
`;

const forms = `
form>*,.ds-fieldset.group>*{margin-block:0}
form>*+*,.ds-fieldset.group>*+*{margin-block-start:var(--ds-size-6)}
.ds-card>form:not(:first-child){margin-block-start:var(--ds-size-5)}
.ds-fieldset.group{border-top:1px solid var(--ds-color-neutral-border-subtle);padding-top:var(--ds-size-6)}
.ds-fieldset.group>legend{float:left;width:100%;margin-block-end:var(--ds-size-4)}
.ds-fieldset.group>legend+*{clear:both;margin:0}
.ds-fieldset:not(.group)>*+*{margin-block-start:var(--ds-size-2)}
.ds-field>[data-field=description],.ds-fieldset>[data-field=description]{max-width:40rem}
.ds-field>.ds-input:not([type=radio],[type=checkbox]){max-width:34rem}
.ds-field.short>.ds-input{max-width:15rem}
.ds-field.code>.ds-input{max-width:11rem;font-size:var(--ds-body-xl-font-size);letter-spacing:.25em;font-variant-numeric:tabular-nums}
.ds-input[type=file]{height:auto;padding-block:var(--ds-size-3)}
.ds-input[type=file]::file-selector-button{font:inherit;margin-inline-end:var(--ds-size-3)}
.ds-input[aria-invalid=true]:not([type=radio],[type=checkbox]){border-width:2px}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr));gap:var(--ds-size-6) var(--ds-size-5);align-items:end}
`;

const parts = `
dl.facts{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr}
dl.facts>div{display:contents}
dl.facts dt,dl.facts dd{margin:0;padding:var(--ds-size-2) 0;border-bottom:1px solid var(--ds-color-neutral-border-subtle);min-width:0}
dl.facts dt{color:var(--ds-color-neutral-text-subtle);padding-right:var(--ds-size-4)}
dl.facts>div:last-child>*{border-bottom:0}
.figures{display:flex;flex-wrap:wrap;gap:var(--ds-size-3) var(--ds-size-10)}
.figures>div{min-width:9rem}
.figures dt,.figures .label{color:var(--ds-color-neutral-text-subtle);font-size:var(--ds-body-sm-font-size)}
.figures dd,.figures p{margin:0}
.big{font-size:var(--ds-heading-md-font-size);font-weight:var(--ds-font-weight-semibold);line-height:var(--ds-line-height-sm);font-variant-numeric:tabular-nums;margin:0}
.ds-table{--dsc-table-padding:var(--ds-size-2) var(--ds-size-4) var(--ds-size-2) 0;--dsc-table-border-color:var(--ds-color-neutral-border-subtle);--dsc-table-vertical-align:top;--dsc-table-color:inherit}
.ds-table>caption{font-size:var(--ds-body-md-font-size);font-weight:var(--ds-font-weight-semibold);text-align:left}
.ds-table>thead th{font-weight:var(--ds-font-weight-medium);font-size:var(--ds-body-sm-font-size);color:var(--ds-color-neutral-text-subtle);text-align:left}
.ds-table>*>tr>:is(th,td){text-align:left}
.ds-table>*>tr>:last-child{padding-right:0}
.ds-table>*>tr>.money{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
.ds-table>tfoot>tr:first-child>*{font-weight:var(--ds-font-weight-semibold)}
.working{display:block;color:var(--ds-color-neutral-text-subtle);font-size:var(--ds-body-sm-font-size)}
ol.path{list-style:none;margin:0;padding:0;--mark:var(--ds-size-6)}
*+ol.path{margin-block-start:var(--ds-size-4)}
ol.path>li{position:relative;padding:0 0 var(--ds-size-5) calc(var(--mark) + var(--ds-size-4))}
ol.path>li::before{content:"";position:absolute;left:calc(var(--mark)/2 - 1px);top:var(--mark);bottom:0;width:2px;background:var(--ds-color-neutral-border-subtle)}
ol.path>li:last-child{padding-bottom:0}
ol.path>li:last-child::before{display:none}
ol.path>li.done::before{background:var(--ds-color-success-base-default)}
ol.steps{display:flex;flex-wrap:wrap;gap:var(--ds-size-1) var(--ds-size-5);margin:0;padding-inline-start:var(--ds-size-5);font-size:var(--ds-body-sm-font-size)}
ol.steps>li{margin-inline-end:var(--ds-size-3)}
.step-of{display:block;font-size:var(--ds-body-sm-font-size);font-weight:var(--ds-font-weight-regular)}
.mark{position:absolute;left:0;top:.1rem;width:var(--mark);height:var(--mark);border-radius:50%;border:2px solid var(--ds-color-neutral-border-default);background:var(--ds-color-surface-default);color:#fff;font-size:.85rem;font-weight:700;line-height:calc(var(--mark) - 4px);text-align:center}
.done>.mark{background:var(--ds-color-success-base-default);border-color:var(--ds-color-success-base-default)}
.now>.mark{border-color:var(--ds-color-base-default);background:var(--ds-color-base-default);box-shadow:0 0 0 4px var(--ds-color-surface-tinted)}
.stopped>.mark{background:var(--ds-color-danger-base-default);border-color:var(--ds-color-danger-base-default)}
.step{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 var(--ds-size-4)}
.step strong{font-weight:var(--ds-font-weight-semibold)}
.later .step strong{font-weight:var(--ds-font-weight-regular)}
.step .when,.step-note{color:var(--ds-color-neutral-text-subtle);font-size:var(--ds-body-sm-font-size)}
.step-note{margin:0}
.step-note+form{margin-block-start:var(--ds-size-3)}
`;

const media = `
.ds-table.stack td[data-label=Details]{overflow-wrap:anywhere}
@media (max-width:34rem){
main{padding-block:var(--ds-size-5) var(--ds-size-8)}
.ds-card{--dsc-card-padding:var(--ds-size-4);margin-inline:calc(var(--ds-size-2)*-1)}
.ds-card .ds-card,.ds-card .ds-alert{margin-inline:0}
.ds-alert{--dsc-alert-padding-block:var(--ds-size-4);--dsc-alert-padding-inline-end:var(--ds-size-4);margin-inline:calc(var(--ds-size-2)*-1)}
dl.facts{grid-template-columns:minmax(0,1fr)}
dl.facts dt{border-bottom:0;padding-bottom:0}
dl.facts dd{padding-top:0}
.buttons>.ds-button{width:100%;text-align:center}
.ds-table:not(.stack),.ds-table:not(.stack)>:is(tbody,tfoot,caption){display:block}
.ds-table:not(.stack)>:is(tbody,tfoot)>tr{display:flex;flex-wrap:wrap;justify-content:space-between;border-bottom:1px solid var(--ds-color-neutral-border-subtle);padding:var(--ds-size-2) 0}
.ds-table:not(.stack)>:is(tbody,tfoot)>tr>*{border:0;padding:0;min-width:0}
.ds-table:not(.stack)>*>tr>.money{margin-inline-start:auto;padding-inline-start:var(--ds-size-3)}
.ds-table.stack>thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
.ds-table.stack>*>tr{display:block;padding:var(--ds-size-2) 0;border-bottom:1px solid var(--ds-color-neutral-border-subtle)}
.ds-table.stack>*>tr>:is(th,td){display:flex;justify-content:space-between;gap:var(--ds-size-4);border:0;padding:2px 0;text-align:right;min-width:0;overflow-wrap:anywhere}
.ds-table.stack>*>tr>:is(th,td)>*{min-width:0}
.ds-table.stack .number{white-space:normal}
.ds-table.stack td:empty{display:none}
.ds-table.stack>*>tr>[data-label=""]{display:block;text-align:left;font-weight:var(--ds-font-weight-semibold)}
.ds-table.stack>*>tr>:is(td,th)::before{content:attr(data-label);color:var(--ds-color-neutral-text-subtle);font-weight:var(--ds-font-weight-regular);text-align:left;flex:none;overflow-wrap:normal}
.ds-table.stack,.ds-table.stack>:is(tbody,tfoot,caption){display:block}
}
@media print{body{background:#fff}.top,.bottom,form,nav,.ds-skip-link,.ds-details.act{display:none}.ds-card{border:0;padding:0;overflow:visible}}
@media (forced-colors:active){.mark{forced-color-adjust:none}}
`;

export const own = [elements, frame, forms, parts, media].join('').replaceAll(/\n+/g, '\n').trim();
