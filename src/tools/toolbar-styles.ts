/**
 * A ground that the ink can be read on, whatever the page's is, with the article's own over it: a panel
 * lies on the text, and must not let it through.
 */
export const ground = `
background:linear-gradient(var(--article-paper,transparent) 0 0) Canvas;
border:1px solid var(--article-_edge,currentcolor);border-radius:3px;box-shadow:0 .25rem 1rem rgb(0 0 0/15%);
font:500 .875rem/1.35 var(--article-_sans,system-ui,sans-serif);letter-spacing:normal;text-align:start;color:inherit`;
/** In a rule of its own: where colours cannot be computed, the ground stays the system's. */
export const inkGround = (selector: string): string =>
  `@supports (color:oklch(from currentcolor l c h)){${selector}{background-color:oklch(from currentcolor clamp(.17,(.6 - l)*1000,1) 0 0)}}`;

export const control = `
button,a,select{all:unset;box-sizing:border-box;min-block-size:2.75rem;min-inline-size:2.75rem;cursor:pointer}
:is(button,a,select,input,textarea,label:focus-within span):focus-visible{outline:2px solid var(--article-_accent,currentcolor);outline-offset:-3px}
svg{inline-size:1.25rem;block-size:1.25rem;flex:none;fill:none;stroke:currentcolor;stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round}
[hidden]{display:none!important}`;

export const styles = `
:host{display:block;position:relative;visibility:visible;min-inline-size:0;font:500 .875rem/1.35 var(--article-_sans,system-ui,sans-serif);letter-spacing:normal;text-align:start;color:inherit}
:host([hidden]){display:none}
${control}
[part=bar]{container-type:inline-size;display:flex;flex-wrap:wrap;min-block-size:2.75rem}
[part=bar]::before{content:'';position:absolute;inset:-1px 0;border:solid var(--article-_rule,currentcolor);border-width:1px 0;pointer-events:none}
[part~=button]{position:relative;flex:0 1 auto;display:inline-flex;align-items:center;justify-content:center;gap:.5rem;padding-inline:.75rem;color:var(--article-_muted,currentcolor)}
[part~=button]:hover,[part~=button]:is([aria-pressed=true],[aria-expanded=true]){color:inherit}
[part~=button]:is([aria-pressed=true],[aria-expanded=true])::after{content:'';position:absolute;inset:auto .75rem -1px;border-block-end:2px solid var(--article-_accent,currentcolor)}
[part~=save][aria-pressed=true] svg{fill:currentcolor}
[part~=button] span{min-inline-size:0;overflow:hidden;white-space:nowrap;text-overflow:ellipsis}
[part~=button]:first-child{margin-inline-start:-.75rem}
@container (inline-size < 30rem){
[part~=button]{padding-inline:0}
[part~=button]:first-child{margin-inline-start:-.75rem}
[part~=button] span{position:absolute;inline-size:1px;block-size:1px;clip-path:inset(50%)}
}
[part=panel]{position:absolute;z-index:20;inset-block-start:calc(100% + .25rem);inset-inline-start:clamp(0px,var(--from,0px),max(0px,100% - 20rem));box-sizing:border-box;inline-size:min(20rem,100%);padding:.25rem 1rem;${ground}}
[part=status]{position:absolute;z-index:10;inset-block-start:calc(100% + .25rem);inset-inline-start:0;margin:0;padding:.625rem 1rem;${ground}}
${inkGround(':is([part=panel],[part=status])')}
[part=status]:empty{padding:0;border:0;box-shadow:none}
ul{margin:0;padding:0;list-style:none}
li+li{border-block-start:1px solid var(--article-_rule,currentcolor)}
li :is(a,button){display:flex;align-items:center;inline-size:calc(100% + 1rem);margin-inline:-.5rem;padding:.5rem;overflow-wrap:anywhere}
li :is(a,button):hover{color:var(--article-_link,currentcolor)}
.by-hand{padding-block:.75rem}
textarea{box-sizing:border-box;display:block;inline-size:100%;margin-block-start:.5rem;padding:.5rem;border:1px solid var(--article-_edge,currentcolor);border-radius:0;background:none;color:inherit;font:inherit;resize:vertical}
fieldset{min-inline-size:0;margin:0;padding:.5rem 0 .375rem;border:0}
fieldset+fieldset{border-block-start:1px solid var(--article-_rule,currentcolor)}
legend{float:inline-start;inline-size:100%;padding:0;color:var(--article-_muted,currentcolor);font-weight:400}
.choices{clear:both;display:flex;align-items:center;gap:.25rem 1rem;flex-wrap:wrap}
.choices output{min-inline-size:4ch;text-align:center;font-variant-numeric:tabular-nums}
.choices button{display:grid;place-items:center}
.choices svg{inline-size:1.5rem;block-size:1.5rem}
.choices button[aria-disabled=true]{opacity:.45;cursor:default}
label{position:relative;display:inline-flex;align-items:center;min-block-size:2.75rem;cursor:pointer}
label input{position:absolute;inset:0;margin:0;inline-size:100%;block-size:100%;opacity:0;cursor:pointer}
label span{padding-block:.25rem;border-block-end:2px solid transparent}
label:hover span{border-block-end-color:var(--article-_rule,currentcolor)}
label input:checked+span{border-block-end-color:var(--article-_accent,currentcolor);font-weight:700}
label input:focus-visible+span{outline:2px solid var(--article-_accent,currentcolor);outline-offset:4px}
.reset{display:block;inline-size:100%;border-block-start:1px solid var(--article-_rule,currentcolor);line-height:2.75rem}
.reset[aria-disabled=true]{opacity:.45;cursor:default}
@media (forced-colors:active){
[part~=button]:is([aria-pressed=true],[aria-expanded=true])::after{border-block-end:4px solid Highlight}
label span{border-block-end-color:Canvas}
label input:checked+span{border-block-end-color:Highlight}
button[aria-disabled=true]{opacity:1!important;color:GrayText}
}
@media print{:host{display:none}}`;
