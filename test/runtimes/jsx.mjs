// NODE jsx.mjs LIBRARY TSC PACKAGE=FOLDER ...: the types of `septet/element/jsx` beside those of a library with JSX, in a project that
// has this one and no other. What is right compiles, and each wrong use is refused. Prints a report as check.mjs does.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'

const [library, tsc, ...packages] = process.argv.slice(2)

const RIGHT = [
  '<sms-counter for="message" />',
  '<sms-counter for="message" rate={0.045} currency="EUR" lang="en" id="counter" />',
  '<sms-counter for="message" rate="0.045" newline="crlf" reference-bits={16} encoding="UCS-2" />',
  '<sms-counter for="message" transliterate="translit" letters mark texts="{}" />',
  '<sms-counter for="message" placeholders="{{x}}" placeholder-length={30} />',
  '<sms-counter for="message" mark="" letters="" placeholders hidden />',
  '<sms-counter for="message" style={{ display: "block" }} title="SMS" />',
]
const WRONG = [
  '<sms-counter for={1} />',
  '<sms-counter rate={true} />',
  '<sms-counter newline="cr" />',
  '<sms-counter encoding="GSM-8" />',
  '<sms-counter reference-bits={32} />',
  '<sms-counter transliterate="cyrillic" />',
  '<sms-counter placeholders="<x>" />',
  '<sms-counter mark="yes" />',
  '<sms-counter texts={{}} />',
  '<sms-counter profil="twilio" />',
  '<sms-counters for="message" />',
]

/** What differs: where JSX is turned into calls, and how an element is referred to. */
const LIBRARIES = {
  react: {
    source: 'react',
    right: [
      '<sms-counter for="a" className="wide" key="a" ref={createRef<SmsCounter>()} onClick={(event) => event.currentTarget.text} />',
    ],
    wrong: ['<sms-counter for="a" ref={createRef<HTMLInputElement>()} />'],
    imports: "import { createRef } from 'react'",
  },
  preact: {
    source: 'preact',
    right: [
      '<sms-counter for="a" class="wide" key="a" ref={createRef<SmsCounter>()} onClick={(event) => event.currentTarget.text} />',
    ],
    wrong: ['<sms-counter for="a" ref={createRef<HTMLInputElement>()} />'],
    imports: "import { createRef } from 'preact'",
  },
  'solid-js': {
    source: 'solid-js',
    right: [
      '<sms-counter attr:for="a" attr:rate={0.045} attr:encoding="UCS-2" class="wide" ref={(element: SmsCounter) => element.text} />',
      '<sms-counter attr:for="a" onClick={(event) => event.currentTarget.text} />',
    ],
    wrong: ['<sms-counter attr:encoding="GSM-8" />', '<sms-counter ref={(element: HTMLInputElement) => element} />'],
    imports: '',
  },
}
const { source, imports, right, wrong } = LIBRARIES[library]

const folder = `jsx-${process.pid}`
for (const [name, from] of [...packages.map((one) => one.split('=')), ['septet', 'node_modules/septet']])
  cpSync(from, `${folder}/node_modules/${name}`, { recursive: true })
mkdirSync(folder, { recursive: true })
const uses = [...RIGHT, ...right].map((use, i) => `export const right${i} = ${use}`)
const refused = [...WRONG, ...wrong].map((use, i) => `// @ts-expect-error: ${i}\nexport const wrong${i} = ${use}`)
writeFileSync(
  `${folder}/use.tsx`,
  [imports, "import { SmsCounter } from 'septet/element/jsx'", ...uses, ...refused, ''].join('\n'),
)
const compilerOptions = {
  ...{ target: 'es2022', lib: ['es2022', 'dom'], module: 'esnext', moduleResolution: 'bundler', types: [] },
  ...{ strict: true, noEmit: true, skipLibCheck: true, jsx: library === 'solid-js' ? 'preserve' : 'react-jsx' },
  jsxImportSource: source,
}
writeFileSync(`${folder}/tsconfig.json`, JSON.stringify({ compilerOptions, files: ['use.tsx'] }))
const { status, stdout } = spawnSync(process.execPath, [tsc, '--project', folder], { encoding: 'utf8' })
rmSync(folder, { recursive: true })
const failures = status === 0 ? [] : stdout.split('\n').filter((line) => line.includes('error'))
console.log(JSON.stringify({ checked: uses.length + refused.length, failures }))
