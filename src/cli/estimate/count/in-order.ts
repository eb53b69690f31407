/**
 * Tasks that run side by side. Their results are taken one after the other, in the order in which the tasks started.
 */
export interface InOrder<Result> {
  /** Starts a task. It waits while too many run. */
  add(task: { size: number; run(): Promise<Result> | Result }): Promise<void>
  /** Waits for all tasks. */
  end(): Promise<void>
}

/** The most tasks that may run at once, and the largest sum of their sizes. */
interface Most {
  tasks: number
  size: number
}

/** @param settle takes the result of a task, after those of all earlier tasks */
export function createInOrder<Result>(most: Most, settle: (result: Result) => Promise<void> | void): InOrder<Result> {
  const underWay: Promise<void>[] = []
  let size = 0
  return {
    async add(task) {
      const settled = Promise.all([task.run(), underWay.at(-1)])
        .then(([result]) => settle(result))
        .finally(() => {
          size -= task.size
        })
      settled.catch(() => {}) // an error is thrown later, when its turn comes
      underWay.push(settled)
      size += task.size
      while (underWay.length > most.tasks || (size > most.size && underWay.length > 0)) await underWay.shift()
    },
    async end() {
      while (underWay.length > 0) await underWay.shift()
    },
  }
}
