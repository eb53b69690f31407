import { Worker } from 'node:worker_threads'
import { Failure } from '../../failure'
import type { Settings } from './counter'
import type { Job, Reply } from './worker'

/** A question that waits for its reply. */
interface Waiting {
  resolve(reply: Reply): void
  reject(error: Error): void
}

/** Another thread that counts blocks: it runs worker.ts. */
export class Thread {
  readonly #worker: Worker
  /** In the order of the questions, which is the order of the replies. */
  readonly #waiting: Waiting[] = []
  #failure: Error | undefined

  constructor(file: URL, settings: Settings) {
    this.#worker = new Worker(file, {
      workerData: settings,
      // Blocks are short-lived, so a small heap keeps the memory of a run flat.
      resourceLimits: { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 256 },
    })
    this.#worker.on('message', (reply: Reply) => this.#waiting.shift()!.resolve(reply))
    this.#worker.on('error', (error: Error) => this.#fail(asRefusal(error) ?? error))
  }

  /** How many questions have no reply yet. */
  get waiting(): number {
    return this.#waiting.length
  }

  ask(question: Job | 'tally', transfer: ArrayBuffer[]): Promise<Reply> {
    return new Promise((resolve, reject) => {
      if (this.#failure) return reject(this.#failure)
      this.#waiting.push({ resolve, reject })
      this.#worker.postMessage(question, transfer)
    })
  }

  stop(): void {
    void this.#worker.terminate()
  }

  #fail(failure: Error): void {
    this.#failure = failure
    for (const { reject } of this.#waiting.splice(0)) reject(failure)
  }
}

/** Returns the failure for an error that a person can act on. */
function asRefusal(error: Error): Failure | undefined {
  const isOutOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  return isOutOfMemory ? new Failure('a row needs more memory than there is for a worker') : undefined
}
