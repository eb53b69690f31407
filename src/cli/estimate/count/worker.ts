import { parentPort, workerData } from 'node:worker_threads'
import { Failure } from '../../failure'
import type { FileLayout } from '../input/batch'
import { type BlockCount, Counter, type Settings } from './counter'
import type { Tally } from './tally'

/** A block to count: octets from `begin` to `end` of a buffer. The buffer is returned with the reply. */
export interface Job {
  octets: Uint8Array<ArrayBuffer>
  begin: number
  end: number
  number: number
  /** See `Counter.count`. */
  room: Uint8Array<ArrayBuffer> | undefined
  layout: FileLayout
}

/** `refusal`: the message of a Failure. The class of an error is lost between threads. */
export type Reply = { answer: BlockCount; octets: Uint8Array<ArrayBuffer> } | { tally: Tally } | { refusal: string }

const counter = new Counter(workerData as Settings)

parentPort!.on('message', (job: Job | 'tally') => {
  if (job === 'tally') {
    parentPort!.postMessage({ tally: counter.tally() } satisfies Reply)
    return
  }
  const { octets, begin, end, number, room, layout } = job
  try {
    const answer = counter.count(Buffer.from(octets.buffer, begin, end - begin), number, layout, room)
    const transfer = answer.output ? [octets.buffer, answer.output.buffer] : [octets.buffer]
    parentPort!.postMessage({ answer, octets } satisfies Reply, transfer)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    parentPort!.postMessage({ refusal: error.message } satisfies Reply)
  }
})
