import { parentPort, workerData } from 'node:worker_threads'
import type { Layout } from './batch'
import { type Answer, counterOf, type Settings } from './counter'
import type { Tally } from './tally'

/** A block to count: octets from `begin` to `end` of a buffer, which goes back when it is done. */
export interface Job {
  octets: Uint8Array<ArrayBuffer>
  begin: number
  end: number
  number: number
  /** See `Counter.count`. */
  room: Uint8Array<ArrayBuffer> | undefined
  layout: Layout
}

export type Reply = { answer: Answer; octets: Uint8Array<ArrayBuffer> } | { tally: Tally }

const counter = counterOf(workerData as Settings)

parentPort!.on('message', (job: Job | 'tally') => {
  if (job === 'tally') {
    parentPort!.postMessage({ tally: counter.tally() } satisfies Reply)
    return
  }
  const { octets, begin, end, number, room, layout } = job
  const answer = counter.count(Buffer.from(octets.buffer, begin, end - begin), number, layout, room)
  const given = answer.output ? [octets.buffer, answer.output.buffer] : [octets.buffer]
  parentPort!.postMessage({ answer, octets } satisfies Reply, given)
})
