/**
 * The styles of <sms-counter>. Its private properties begin with an underscore, so that a page that sets
 * `--sms-counter-accent: var(--accent)` does not set them. Each colour is mixed from the page's text colour, which has enough
 * contrast to the page's background, even where the page sets no `color-scheme`. Where the text has a contrast of 12, the accents
 * have at least 5, on the surfaces too; where the text has 7, the muted text has 4.5 (WCAG 2.2, 1.4.3; measured over random
 * backgrounds).
 *
 * The reasons are here, since a comment in the sheet would be in every page:
 * - `line`: a separator is in the gap before its part. Where a part begins a row, the gap is outside the line, and is cut off.
 * - `character`: one letter a cell. Elsewhere, an ellipsis and three dots look the same.
 * - `cut`: a border stays where the colours are the person's own.
 * - `marks`: its colours are not mixed from its text colour, which is none.
 */
export const STYLE = `
:host {
  --_accent: var(--sms-counter-accent, color-mix(in srgb, #2f8fff 45%, currentColor));
  --_warning: var(--sms-counter-warning, color-mix(in srgb, #e07000 45%, currentColor));
  --_text: var(--sms-counter-text, inherit);
  --_muted: var(--sms-counter-muted, color-mix(in srgb, currentColor 84%, transparent));
  --_surface: var(--sms-counter-surface, color-mix(in srgb, currentColor 7%, transparent));
  --_border: var(--sms-counter-border, color-mix(in srgb, currentColor 35%, transparent));
  --_radius: var(--sms-counter-radius, 0.5rem);
  display: block;
  max-inline-size: var(--_width, none);
  color: var(--_text);
  font: var(--sms-counter-font, 0.875rem/1.45 system-ui, sans-serif);
}
:host([hidden]), [hidden] { display: none !important; }
[part=line] {
  display: flex; flex-wrap: wrap; gap: 0.1em 1.2em; overflow-x: clip; align-items: baseline; font-variant-numeric: tabular-nums;
}
[part=line] > * { position: relative; }
[part=line] > * + *::before { content: '·'; position: absolute; inset-inline-end: 100%; inline-size: 1.2em; text-align: center; color: var(--_muted); }
[part=encoding] { font-weight: 600; }
[part=left] { color: var(--_muted); margin-inline-start: auto; }
[part=line] > [part=left]::before { content: none; }
:host([data-encoding='UCS-2']) [part=encoding] { color: var(--_warning); }
[part=bar] { block-size: 0.25rem; margin-block-start: 0.35rem; border-radius: 1rem; background: var(--_surface); overflow: hidden; }
[part=filled] { block-size: 100%; inline-size: 100%; border-radius: inherit; background: var(--_accent); transform-origin: left; transition: transform 0.15s; }
:host(:dir(rtl)) [part=filled] { transform-origin: right; }
:host([data-encoding='UCS-2']) [part=filled] { background: var(--_warning); }
@media (prefers-reduced-motion: reduce) { [part=filled] { transition: none; } }
@media (forced-colors: active) {
  :host { --_accent: Highlight; --_warning: Highlight; }
  [part=bar] { border: 1px solid; }
  [part=filled] { forced-color-adjust: none; }
}
[part=foreign], [part=advice], [part=latin] { margin-block-start: 0.6rem; }
[part=characters] { display: flex; flex-wrap: wrap; gap: 0.35rem; margin-block-start: 0.35rem; align-items: center; }
button {
  font: inherit; color: inherit; min-block-size: 1.9rem; min-inline-size: 1.9rem; max-inline-size: 100%; padding: 0 0.6em; cursor: pointer;
  background: var(--_surface); border: 1px solid var(--_border); border-radius: var(--_radius); white-space: pre-wrap;
}
button:hover { border-color: var(--_accent); }
button:focus-visible { outline: 2px solid var(--_accent); outline-offset: 2px; }
button:disabled { opacity: 0.55; cursor: default; }
[part=character] { font-family: ui-monospace, monospace; }
[part=all], [part=take], [part=use] { color: var(--_accent); font-weight: 600; }
[part=cuts] { margin-block-start: 0.6rem; }
summary { cursor: pointer; color: var(--_muted); inline-size: fit-content; border-radius: 0.2rem; }
summary:focus-visible { outline: 2px solid var(--_accent); outline-offset: 2px; }
[part=text] {
  margin: 0.35rem 0 0; padding: 0.6rem 0.7rem; border-radius: var(--_radius); background: var(--_surface);
  white-space: pre-wrap; overflow-wrap: anywhere; max-block-size: 14rem; overflow: auto;
}
[part=segment] { unicode-bidi: isolate; }
[part=cut] {
  display: inline-block; margin-inline: 0.25em; padding-inline: 0.4em; border: 1px solid var(--_accent); border-radius: 1em;
  background: color-mix(in srgb, var(--_accent) 16%, transparent);
  font-size: 0.72em; line-height: 1.5; font-weight: 600; font-variant-numeric: tabular-nums; user-select: none; vertical-align: 0.1em;
  white-space: nowrap;
}
[part=latin-text] { margin: 0.25rem 0 0.4rem; white-space: pre-wrap; overflow-wrap: anywhere; }
:host([mark]) { position: relative; }
[part=marks] {
  position: absolute; box-sizing: border-box; overflow: hidden; pointer-events: none; color: transparent;
  border: 0 solid transparent; overflow-wrap: break-word; forced-color-adjust: none;
  contain: strict;
}
[part=marks] { --_accent: var(--sms-counter-accent, #2f8fff); --_warning: var(--sms-counter-warning, #e07000); }
[part=marked-character] {
  border-radius: 0.15em; background: color-mix(in srgb, var(--_warning) 28%, transparent); box-shadow: 0 0.12em 0 var(--_warning);
}
[part=marked-cut] { position: relative; }
[part=marked-cut]::before {
  content: ''; position: absolute; inset-block-start: 0; block-size: 1.2em; inset-inline-start: -1px; border-inline-start: 2px solid var(--_accent);
}
[part=live] { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`
