import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer as createHttpServer, type Server as HttpServer } from 'node:http'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SmppMessage, SmppPdu } from '../../src/smpp/index'

// Kannel's bearerbox and smsbox on loopback: a message centre of ours on one side, an application of ours on the other. The PDUs are
// written and read here by SMPP 3.4 4.4.1, 4.6.1 and 5.3.2, without any library.

const BIND_TRANSCEIVER = 0x09
const SUBMIT_SM = 0x04
const DELIVER_SM = 0x05
const RESPONSE = 0x80000000

/** What Kannel tells an application of a message that it has received. */
export interface Received {
  /** As Kannel decoded it: into UTF-8, but UCS-2 is left as it is. */
  text: string
  from: string
}

export interface Gateway {
  /** Members of the submit_sm that Kannel sends for a request, as many as there are until `isWhole`. */
  send(request: Record<string, string>, isWhole: (pdus: SmppPdu[]) => boolean): Promise<SmppPdu[]>
  /** What Kannel makes of a deliver_sm, or of several that are one message. */
  deliver(messages: readonly SmppMessage[], from: string): Promise<Received>
  stop(): Promise<void>
}

export async function startGateway(): Promise<Gateway> {
  const folder = mkdtempSync(join(tmpdir(), 'septet-kannel-'))
  const submitted = createQueue<SmppPdu>()
  const received = createQueue<Received>()
  const centre = await listening(createServer())
  const application = await listening(createHttpServer())
  application.on('request', (request, response) => {
    const member = (name: string) => octetsOf(new RegExp(`[?&]${name}=([^&]*)`).exec(request.url!)![1]!)
    response.end()
    const isUcs2 = member('coding').toString() === '2'
    received.push({
      text: isUcs2 ? member('text').swap16().toString('utf16le') : member('text').toString(),
      from: member('from').toString(),
    })
  })
  const bound = once(centre, 'bound')
  centre.on('connection', (socket: Socket) => serve(centre, socket, submitted.push))
  const [admin, box, sendsms] = await freePorts(3)
  const config = join(folder, 'kannel.conf')
  writeFileSync(config, configOf(admin!, box!, sendsms!, portOf(centre), portOf(application)))
  const processes = [start('bearerbox', config, folder)]
  const [socket] = (await bound) as [Socket]
  processes.push(start('smsbox', config, folder))
  await answers(`http://127.0.0.1:${sendsms}/`)
  let sequence = 1000
  return {
    async send(request, isWhole) {
      const query = new URLSearchParams({
        username: 't',
        password: 't',
        to: '46708251358',
        charset: 'UTF-8',
        ...request,
      })
      await fetch(`http://127.0.0.1:${sendsms}/cgi-bin/sendsms?${query}`)
      const pdus: SmppPdu[] = []
      while (!isWhole(pdus)) pdus.push(await submitted.shift())
      return pdus
    },
    async deliver(messages, from) {
      for (const message of messages) socket.write(frame(DELIVER_SM, sequence++, deliverBody(message, from)))
      return received.shift()
    },
    async stop() {
      for (const child of processes.reverse()) {
        child.kill('SIGTERM')
        const gone = setTimeout(() => child.kill('SIGKILL'), 5000)
        if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
        clearTimeout(gone)
      }
      socket.destroy()
      centre.close()
      application.close()
      application.closeAllConnections()
      rmSync(folder, { recursive: true })
    },
  }
}

function configOf(admin: number, box: number, sendsms: number, centre: number, application: number): string {
  return `group = core
admin-port = ${admin}
admin-interface = 127.0.0.1
admin-password = x
smsbox-port = ${box}
smsbox-interface = 127.0.0.1
box-allow-ip = "127.0.0.1"
box-deny-ip = "*.*.*.*"

group = smsc
smsc = smpp
smsc-id = centre
host = 127.0.0.1
port = ${centre}
receive-port = 0
transceiver-mode = true
smsc-username = a
smsc-password = b
system-type = x
throughput = 1000

group = smsbox
bearerbox-host = 127.0.0.1
sendsms-port = ${sendsms}
sendsms-interface = 127.0.0.1
global-sender = 12345

group = sendsms-user
username = t
password = t
max-messages = 255
concatenation = true

group = sms-service
keyword = default
catch-all = yes
max-messages = 0
get-url = "http://127.0.0.1:${application}/?text=%b&coding=%c&from=%p"
`
}

/** Octets of a form: those that are no text of UTF-8 too. */
function octetsOf(value: string): Buffer {
  const pieces = value.replaceAll('+', ' ').match(/%[\da-f]{2}|[^%]/gi) ?? []
  return Buffer.from(
    pieces.map((piece) => (piece.length === 3 ? Number.parseInt(piece.slice(1), 16) : piece.charCodeAt(0))),
  )
}

function start(program: string, config: string, cwd: string): ChildProcess {
  return spawn(program, ['-v', '4', config], { cwd, stdio: 'ignore' })
}

/** Waits until something listens there. */
async function answers(url: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    try {
      await fetch(url)
      return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  throw new Error(`nothing listens at ${url}`)
}

async function listening<Of extends Server | HttpServer>(server: Of): Promise<Of> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

const portOf = (server: Server | HttpServer) => (server.address() as AddressInfo).port

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => listening(createServer())))
  const ports = servers.map(portOf)
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))))
  return ports
}

/** What is taken before it is there is waited for. */
function createQueue<Item>() {
  const items: Item[] = []
  const waiting: ((item: Item) => void)[] = []
  return {
    push: (item: Item) => {
      const take = waiting.shift()
      if (take) take(item)
      else items.push(item)
    },
    shift: () =>
      items.length > 0 ? Promise.resolve(items.shift()!) : new Promise<Item>((resolve) => waiting.push(resolve)),
  }
}

/** One connection of Kannel's: every request has its response, and each submit_sm is told. */
function serve(centre: Server, socket: Socket, submitted: (pdu: SmppPdu) => void): void {
  let buffer = Buffer.alloc(0)
  socket.on('error', () => socket.destroy())
  socket.on('data', (data) => {
    buffer = Buffer.concat([buffer, data])
    while (buffer.length >= 16 && buffer.length >= buffer.readUInt32BE(0)) {
      const length = buffer.readUInt32BE(0)
      const [command, sequence] = [buffer.readUInt32BE(4), buffer.readUInt32BE(12)]
      const body = buffer.subarray(16, length)
      buffer = buffer.subarray(length)
      if (command >= RESPONSE) continue
      const hasText = command === BIND_TRANSCEIVER || command === SUBMIT_SM
      socket.write(frame(command + RESPONSE, sequence, Buffer.from(hasText ? 'id\0' : '')))
      if (command === SUBMIT_SM) submitted(submitMembers(body))
      if (command === BIND_TRANSCEIVER) centre.emit('bound', socket)
    }
  })
}

function frame(command: number, sequence: number, body: Buffer): Buffer {
  const head = Buffer.alloc(16)
  head.writeUInt32BE(16 + body.length, 0)
  head.writeUInt32BE(command, 4)
  head.writeUInt32BE(sequence, 12)
  return Buffer.concat([head, body])
}

/** [4.4.1] */
function submitMembers(body: Buffer): SmppPdu {
  let at = 0
  const octet = () => body[at++]!
  const text = () => {
    const end = body.indexOf(0, at)
    const string = body.toString('latin1', at, end)
    at = end + 1
    return string
  }
  text()
  at += 2
  const source_addr = text()
  at += 2
  const destination_addr = text()
  const [esm_class, protocol_id] = [octet(), octet()]
  at++
  text()
  text()
  at += 2
  const data_coding = octet()
  at++
  const length = octet()
  return {
    ...{ source_addr, destination_addr, esm_class, protocol_id, data_coding },
    short_message: Uint8Array.from(body.subarray(at, at + length)),
  }
}

/** [4.6.1, 5.3.2] */
function deliverBody(message: SmppMessage, from: string): Buffer {
  const { esm_class, data_coding, protocol_id = 0, short_message = new Uint8Array(), message_payload } = message
  const payload = message_payload === undefined ? [] : [0x04, 0x24, message_payload.length >> 8, message_payload.length]
  return Buffer.concat([
    Buffer.from(`\0\x01\x01${from}\0\x00\x0112345\0`, 'latin1'),
    Buffer.from([esm_class, protocol_id, 0, 0, 0, 0, 0, data_coding, 0, short_message.length]),
    short_message,
    Buffer.from(payload),
    message_payload ?? Buffer.alloc(0),
  ])
}
