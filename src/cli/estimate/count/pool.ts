import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { Failure } from '../../failure'
import { type Answer, createCounter, type Settings } from './counter'
import { emptyTally, merge, type Tally } from './tally'
import type { Job, Reply } from './worker'

/**
 * Threads that count, this one among them. Each more starts and compiles anew, some 0.4 s of CPU time, and has 30 MB: with a third
 * the memory of a run is over 200 MB (Node 20, CSV with --output).
 */
const MOST_THREADS = 2

/** Blocks that a worker has at a time: one at work and one at the door, while this thread counts another. */
const AT_WORKER = 2

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

/** Counts the first blocks in this thread, and others in a worker too; all of them here without a `workerFile`, or on one core. */
export function createPool(settings: Settings, giveBack: GiveBack, workerFile: URL | undefined): Pool {
  const workers = workerFile === undefined ? 0 : Math.min(MOST_THREADS, availableParallelism()) - 1
  const here = createCounter(settings)
  const members: Member[] = []
  let octetsHere = 0

  return {
    size: AT_WORKER * workers + 1,
    async count(job) {
      if (members.length < workers && octetsHere + job.end > OCTETS_HERE) {
        members.push(...Array.from({ length: workers }, () => createMember(workerFile!, settings)))
      }
      const member = members.find(({ waiting }) => waiting.length < AT_WORKER)
      return member ? await countThere(member, job) : countHere(job)
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

  function countHere({ octets, begin, end, number, layout, room }: Job): Answer {
    octetsHere += end
    const answer = here.count(Buffer.from(octets.buffer, begin, end - begin), number, layout, room)
    giveBack(octets)
    return answer
  }

  async function countThere({ ask }: Member, job: Job): Promise<Answer> {
    const { octets, room } = job
    const reply = await ask(job, room ? [octets.buffer, room.buffer] : [octets.buffer])
    if ('refusal' in reply) throw new Failure(reply.refusal)
    if (!('answer' in reply)) throw new Error('a worker returns another answer')
    giveBack(reply.octets)
    return reply.answer
  }
}

/** Who waits for a reply. */
interface Waiting {
  resolve(reply: Reply): void
  reject(error: Error): void
}

interface Member {
  readonly worker: Worker
  /** In the order of their questions, which is that of the replies. */
  readonly waiting: readonly Waiting[]
  ask(question: Job | 'tally', transfer: ArrayBuffer[]): Promise<Reply>
}

function createMember(file: URL, settings: Settings): Member {
  const worker = new Worker(file, {
    workerData: settings,
    // Blocks are short-lived, and the memory of a run is to stay flat.
    resourceLimits: { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 256 },
  })
  const waiting: Waiting[] = []
  let failure: Error | undefined
  worker.on('message', (reply: Reply) => waiting.shift()!.resolve(reply))
  worker.on('error', (error: Error) => {
    failure = asRefusal(error) ?? error
    for (const { reject } of waiting.splice(0)) reject(failure)
  })
  return {
    worker,
    waiting,
    ask: (question, transfer) =>
      new Promise((resolve, reject) => {
        if (failure) return reject(failure)
        waiting.push({ resolve, reject })
        worker.postMessage(question, transfer)
      }),
  }
}

/** What a person can do something about. */
function asRefusal(error: Error): Failure | undefined {
  const isOutOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  return isOutOfMemory ? new Failure('a row needs more memory than there is for a worker') : undefined
}
