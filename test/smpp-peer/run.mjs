/**
 * The npm package smpp, client and server on loopback: what septet/smpp writes goes out as submit_sm and comes back as deliver_sm, and
 * is read again; with the octets as the peer hands them over, and with the strings that it decodes them to.
 */
import { strictEqual } from 'node:assert'
import { once } from 'node:events'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { encodeBinary, encodeWapPush, toHex } from '../../dist/index.js'
import { createSmppCollector, formatReceipt, fromSmpp, receiptParameters, toSmpp } from '../../dist/smpp.js'
import { install } from '../../scripts/install.mjs'

install(new URL('./', import.meta.url))
// After the installation, which it needs.
const { default: smpp } = await import('smpp')

const data = Uint8Array.from({ length: 300 }, (_, at) => at & 0xff)
const ports = { type: 'ports', bits: 16, destination: 5514, source: 0 }
const turkish = { languages: ['turkish'], encoding: 'GSM-7' }

/** What is sent, and the options that it is sent with. */
const MESSAGES = {
  'GSM-7': ['Hello [@€] _$ä'],
  'GSM-7, long': ['Hello {@€} ä '.repeat(40)],
  'GSM-7, long, a 16-bit reference': ['Hello @ä'.repeat(60), { referenceBits: 16, reference: 4660 }],
  'UCS-2': ['Привет, 😀'],
  'UCS-2, long': ['Привет, 😀 '.repeat(30)],
  'flash, GSM-7': ['Hello @', { flash: true }],
  'flash, UCS-2, long': ['Внимание! '.repeat(20), { flash: true }],
  Turkish: ['Işık ğünü, İstanbul ş ç', turkish],
  'Turkish, long': ['Işık ğünü, İstanbul ş ç '.repeat(15), turkish],
  '8-bit, long, with ports': [encodeBinary({ data, header: [ports] })],
  'a WAP push': [encodeWapPush({ href: 'http://wap.ru/', text: 'WAP.RU' })],
  'GSM-7, SAR': ['Hello {@€} ä '.repeat(40), { carry: 'sar' }],
  'UCS-2, SAR': ['Привет '.repeat(40), { carry: 'sar' }],
  '8-bit, SAR, with ports': [encodeBinary({ data, header: [ports] }), { carry: 'sar' }],
  'GSM-7, payload': ['Hello {@€} ä '.repeat(100), { carry: 'payload' }],
  'UCS-2, payload': ['Привет, 😀 '.repeat(100), { carry: 'payload' }],
  '8-bit, payload, with ports': [encodeBinary({ data, header: [ports] }), { carry: 'payload' }],
  'Turkish, payload': ['Işık ğünü '.repeat(40), { ...turkish, carry: 'payload' }],
}

/** Without its filters the peer leaves octets as they are: those of the wire. */
const FILTERED = [
  smpp.commands.submit_sm.params.short_message,
  smpp.commands.deliver_sm.params.short_message,
  smpp.tlvs.message_payload,
]
const filters = FILTERED.map(({ filter }) => filter)

let failures = 0
const { client, server, close } = await connect()
for (const form of ['strings', 'octets']) {
  FILTERED.forEach((field, index) => {
    if (form === 'octets') delete field.filter
    else field.filter = filters[index]
  })
  for (const [name, [content, options]] of Object.entries(MESSAGES)) {
    await judge(`${name}; ${form}`, () => goes(content, options))
  }
  await judge(`a delivery receipt; ${form}`, receiptComes)
}
close()
await judge('the bridge of docs/smpp.md', bridgeWorks)
process.exitCode = failures > 0 ? 1 : 0

async function judge(name, work) {
  try {
    await work()
    console.log(`ok   ${name}`)
  } catch (error) {
    failures++
    console.log(`FAIL ${name}: ${error.message}`)
  }
}

/** Out as submit_sm, and the same back as deliver_sm; read at either end. */
async function goes(content, options) {
  const messages = toSmpp(content, options)
  const expected = fromSmpp(messages)
  const submitted = await sent(client, 'submit_sm', server, messages)
  const delivered = await sent(server, 'deliver_sm', client, messages)
  for (const pdus of [submitted, delivered]) {
    const reading = fromSmpp([...pdus].reverse())
    isSame(reading, expected)
    if (typeof content === 'string') strictEqual(reading.text, content)
    const collector = createSmppCollector()
    const readings = pdus.map((pdu) => collector.add(pdu).reading)
    isSame(readings.pop(), expected)
    strictEqual(readings.filter((one) => one !== undefined).length, 0)
  }
}

async function receiptComes() {
  const receipt = { id: '75BCD15', state: 'delivered', doneDate: '2026-03-05T14:08:00', text: 'Hello' }
  const [message] = toSmpp(formatReceipt(receipt))
  const [pdu] = await sent(server, 'deliver_sm', client, [{ ...message, esm_class: 4, ...receiptParameters(receipt) }])
  const { id, state, doneDate, text } = fromSmpp(pdu).receipt
  isEqual({ id, state, doneDate: doneDate.local, text }, receipt)
}

/** The centre and the client as the manual has them, each message to the other end and a receipt a part back. */
async function bridgeWorks() {
  const manual = readFileSync(new URL('../../docs/smpp.md', import.meta.url), 'utf8')
  const [, code] = /^```js no-run bridge\n([\s\S]*?)^```/m.exec(manual)
  const file = new URL('bridge.mjs', import.meta.url)
  writeFileSync(file, code.replaceAll("'septet/smpp'", "'../../dist/smpp.js'"))
  try {
    const { createCentre, createClient } = await import(file)
    const delivered = []
    const centre = createCentre((message) => {
      delivered.push(message)
      return 'delivered'
    })
    centre.listen(0, '127.0.0.1')
    await once(centre, 'listening')
    const receipts = []
    let all
    const whole = new Promise((resolve) => {
      all = resolve
    })
    const texts = ['Hello [@€]', 'Привет, 😀 '.repeat(30), 'x'.repeat(400)]
    const ids = []
    const reported = (receipt) => {
      receipts.push(receipt)
      if (receipts.length === 1 + 5 + 3) all()
    }
    const client = await createClient({ host: '127.0.0.1', port: centre.address().port }, { reported })
    for (const text of texts) ids.push(...(await client.send('1414', '34600123456', text)))
    await whole
    client.close()
    centre.close()
    isEqual(
      delivered.map(({ text }) => text),
      texts,
    )
    isEqual(receipts.map(({ id }) => id).sort(), ids.sort())
    strictEqual(
      receipts.every(({ state }) => state === 'delivered'),
      true,
    )
  } finally {
    rmSync(file)
  }
}

/** The PDUs that arrive for those that are sent. */
async function sent(from, command, to, messages) {
  const pdus = []
  for (const message of messages) {
    const arrival = once(to, command)
    from[command]({ source_addr: '79161234567', destination_addr: '1234', ...message })
    const [pdu] = await arrival
    to.send(pdu.response())
    pdus.push(pdu)
  }
  return pdus
}

function isSame(reading, expected) {
  const shape = ({ text, data, elements, encoding, messageClass, charset }) => {
    return { text, data: data && toHex(data), elements, encoding, messageClass, charset }
  }
  isEqual(shape(reading), shape(expected))
}

function isEqual(one, other) {
  strictEqual(JSON.stringify(one), JSON.stringify(other))
}

async function connect() {
  const listener = smpp.createServer()
  const session = once(listener, 'session')
  listener.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const client = smpp.connect({ host: '127.0.0.1', port: listener.address().port })
  const [server] = await session
  const close = () => {
    client.destroy()
    listener.close()
  }
  return { client, server, close }
}
