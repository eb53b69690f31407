import { availableParallelism } from 'node:os'
import { Failure } from '../../failure'
import { type BlockCount, Counter, type Settings } from './counter'
import { createTally, merge, type Tally } from './tally'
import { Thread } from './thread'
import type { Job } from './worker'

/**
 * The most threads that count, this one included. Each further thread must start and compile the core, which takes
 * about 0.4 s of CPU time and 30 MB. With a third thread, a run takes more than 200 MB (Node 20, CSV with --output).
 */
const MOST_THREADS = 2

/** Blocks that a worker has at a time: it counts one while the next waits, and this thread counts another. */
const AT_WORKER = 2

/** Files up to so many octets are counted in this thread: it takes less time than to start another. */
const OCTETS_HERE = 1 << 23

/** Takes back a buffer that is no longer used. */
export type GiveBack = (octets: Uint8Array<ArrayBuffer>) => void

/**
 * Counts blocks, several at a time: in this thread, and those of large files in a worker too. Without a `workerFile`, or
 * on one core, this thread counts all.
 */
export class Pool {
  /** The most jobs at once. */
  readonly size: number
  readonly #settings: Settings
  readonly #giveBack: GiveBack
  readonly #workerFile: URL | undefined
  /** How many workers there may be. */
  readonly #mostThreads: number
  readonly #ownCounter: Counter
  readonly #threads: Thread[] = []
  #octetsHere = 0

  /** `size`: the octets of the files; if it is undefined, the worker starts when enough of them were counted here. */
  constructor(settings: Settings, giveBack: GiveBack, workerFile: URL | undefined, size: number | undefined) {
    this.#settings = settings
    this.#giveBack = giveBack
    this.#workerFile = workerFile
    this.#mostThreads = workerFile === undefined ? 0 : Math.min(MOST_THREADS, availableParallelism()) - 1
    this.#ownCounter = new Counter(settings)
    this.size = AT_WORKER * this.#mostThreads + 1
    if (size !== undefined && size > OCTETS_HERE) this.#startThreads()
  }

  async count(job: Job): Promise<BlockCount> {
    if (this.#octetsHere + job.end > OCTETS_HERE) this.#startThreads()
    const free = this.#threads.find(({ waiting }) => waiting < AT_WORKER)
    return free ? await this.#countThere(free, job) : this.#countHere(job)
  }

  /** The result of all blocks. */
  async finish(): Promise<Tally> {
    const tally = createTally()
    merge(tally, this.#ownCounter.tally())
    for (const reply of await Promise.all(this.#threads.map((thread) => thread.ask('tally', [])))) {
      if ('tally' in reply) merge(tally, reply.tally)
    }
    return tally
  }

  stop(): void {
    for (const thread of this.#threads) thread.stop()
  }

  #startThreads(): void {
    while (this.#threads.length < this.#mostThreads) this.#threads.push(new Thread(this.#workerFile!, this.#settings))
  }

  #countHere({ octets, begin, end, number, layout, room }: Job): BlockCount {
    this.#octetsHere += end
    const answer = this.#ownCounter.count(Buffer.from(octets.buffer, begin, end - begin), number, layout, room)
    this.#giveBack(octets)
    return answer
  }

  async #countThere(thread: Thread, job: Job): Promise<BlockCount> {
    const { octets, room } = job
    const reply = await thread.ask(job, room ? [octets.buffer, room.buffer] : [octets.buffer])
    if ('refusal' in reply) throw new Failure(reply.refusal)
    if (!('answer' in reply)) throw new Error('a worker returns another answer')
    this.#giveBack(reply.octets)
    return reply.answer
  }
}
