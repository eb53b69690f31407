import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { Failure } from '../../failure'
import { type BlockCount, createCounter, type Settings } from './counter'
import { createTally, merge, type Tally } from './tally'
import type { Job, Reply } from './worker'

/**
 * The most threads that count, this one included. Each further thread must start and compile the core, which takes
 * about 0.4 s of CPU time and 30 MB. With a third thread, a run takes more than 200 MB (Node 20, CSV with --output).
 */
const MOST_THREADS = 2

/** Blocks that a worker has at a time: it counts one while the next waits, and this thread counts another. */
const AT_WORKER = 2

/** Files up to so many octets are counted in this thread: it takes less time than to start another. */
const OCTETS_HERE = 1 << 23

/** Counts blocks, several at a time. */
export interface Pool {
  /** The most jobs at once. */
  readonly size: number
  count(job: Job): Promise<BlockCount>
  /** The result of all blocks. */
  finish(): Promise<Tally>
  stop(): void
}

/** Takes back a buffer that is no longer used. */
export type GiveBack = (octets: Uint8Array<ArrayBuffer>) => void

/**
 * Counts blocks in this thread, and those of large files in a worker too. Without a `workerFile`, or on one core, this
 * thread counts all. `size`: the octets of the files; if it is undefined, the worker starts when enough of them were counted here.
 */
export function createPool(
  settings: Settings,
  giveBack: GiveBack,
  workerFile: URL | undefined,
  size: number | undefined,
): Pool {
  const workers = workerFile === undefined ? 0 : Math.min(MOST_THREADS, availableParallelism()) - 1
  const here = createCounter(settings)
  const members: Member[] = []
  let octetsHere = 0
  if (size !== undefined && size > OCTETS_HERE) startWorkers()

  return {
    size: AT_WORKER * workers + 1,
    async count(job) {
      if (octetsHere + job.end > OCTETS_HERE) startWorkers()
      const member = members.find(({ waiting }) => waiting.length < AT_WORKER)
      return member ? await countThere(member, job) : countHere(job)
    },
    async finish() {
      const tally = createTally()
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

  function startWorkers(): void {
    while (members.length < workers) members.push(createMember(workerFile!, settings))
  }

  function countHere({ octets, begin, end, number, layout, room }: Job): BlockCount {
    octetsHere += end
    const answer = here.count(Buffer.from(octets.buffer, begin, end - begin), number, layout, room)
    giveBack(octets)
    return answer
  }

  async function countThere({ ask }: Member, job: Job): Promise<BlockCount> {
    const { octets, room } = job
    const reply = await ask(job, room ? [octets.buffer, room.buffer] : [octets.buffer])
    if ('refusal' in reply) throw new Failure(reply.refusal)
    if (!('answer' in reply)) throw new Error('a worker returns another answer')
    giveBack(reply.octets)
    return reply.answer
  }
}

/** A question that waits for its reply. */
interface Waiting {
  resolve(reply: Reply): void
  reject(error: Error): void
}

interface Member {
  readonly worker: Worker
  /** In the order of the questions, which is the order of the replies. */
  readonly waiting: readonly Waiting[]
  ask(question: Job | 'tally', transfer: ArrayBuffer[]): Promise<Reply>
}

function createMember(file: URL, settings: Settings): Member {
  const worker = new Worker(file, {
    workerData: settings,
    // Blocks are short-lived, so a small heap keeps the memory of a run flat.
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

/** Returns the failure for an error that a person can act on. */
function asRefusal(error: Error): Failure | undefined {
  const isOutOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  return isOutOfMemory ? new Failure('a row needs more memory than there is for a worker') : undefined
}
