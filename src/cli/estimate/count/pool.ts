import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { Failure } from '../../failure'
import { type Answer, createCounter, type Settings } from './counter'
import { emptyTally, merge, type Tally } from './tally'
import type { Job, Reply } from './worker'

/** A third would take the memory of a run over 200 MB: each has some 30 (Node 20, CSV with --output). */
const MOST_WORKERS = 2

/** So many octets are counted here, before workers are worth their start: some 50 ms each. */
const OCTETS_HERE = 1 << 21

/** Counts blocks, several at a time. */
export interface Pool {
  /** Jobs that may be under way. */
  readonly size: number
  count(job: Job): Promise<Answer>
  /** What all blocks have come to. */
  finish(): Promise<Tally>
  stop(): void
}

/** Where buffers go when they are done with. */
export type GiveBack = (octets: Uint8Array<ArrayBuffer>) => void

/** Counts the first blocks in this thread, and all others in a worker a core; all of them here without a `workerFile`. */
export function createPool(settings: Settings, giveBack: GiveBack, workerFile: URL | undefined): Pool {
  const cores = Math.min(MOST_WORKERS, availableParallelism())
  const here = createCounter(settings)
  const members: Member[] = []
  const idle: Member[] = []
  let octetsHere = 0
  const waiting: ((member: Member) => void)[] = []
  const free = (member: Member) => {
    const next = waiting.shift()
    if (next) next(member)
    else idle.push(member)
  }
  const start = (file: URL) => {
    while (members.length < cores) members.push(memberOf(file, settings))
    idle.push(...members)
  }
  return {
    size: 2 * cores, // one at work and one at the door, each
    async count(job) {
      const { octets, begin, end, number, layout, room } = job
      if (workerFile === undefined || (members.length === 0 && octetsHere + end <= OCTETS_HERE)) {
        octetsHere += end
        const answer = here.count(Buffer.from(octets.buffer, begin, end - begin), number, layout, room)
        giveBack(octets)
        return answer
      }
      if (members.length === 0) start(workerFile)
      const member = idle.pop() ?? (await new Promise<Member>((resolve) => waiting.push(resolve)))
      const reply = await member.ask(job, room ? [octets.buffer, room.buffer] : [octets.buffer])
      free(member)
      if ('refusal' in reply) throw new Failure(reply.refusal)
      if (!('answer' in reply)) throw new Error('a worker returns another answer')
      giveBack(reply.octets)
      return reply.answer
    },
    async finish() {
      const tally = emptyTally()
      merge(tally, here.tally())
      for (const reply of await Promise.all(members.map(({ ask }) => ask('tally', [])))) {
        if ('tally' in reply) merge(tally, reply.tally)
      }
      return tally
    },
    stop() {
      for (const { worker } of members) void worker.terminate()
    },
  }
}

interface Member {
  worker: Worker
  ask(question: Job | 'tally', transfer: ArrayBuffer[]): Promise<Reply>
}

function memberOf(file: URL, settings: Settings): Member {
  const worker = new Worker(file, {
    workerData: settings,
    // Blocks are short-lived, and the memory of a run is to stay flat.
    resourceLimits: { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 256 },
  })
  return {
    worker,
    ask: (question, transfer) =>
      new Promise((resolve, reject) => {
        const fail = (error: Error) => reject(asRefusal(error) ?? error)
        worker.once('error', fail)
        worker.once('message', (reply: Reply) => {
          worker.off('error', fail)
          resolve(reply)
        })
        worker.postMessage(question, transfer)
      }),
  }
}

/** What a person can do something about. */
function asRefusal(error: Error): Failure | undefined {
  const isOutOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  return isOutOfMemory ? new Failure('a row needs more memory than there is for a worker') : undefined
}
